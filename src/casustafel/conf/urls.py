"""All paths of an installation."""

from django.urls import include, path

urlpatterns = [
    path("v1/", include("casustafel.api.urls")),
    path("", include("casustafel.web.frame.urls")),
    path("", include("casustafel.web.aanmelden.urls")),
    path("", include("casustafel.web.toezicht.urls")),
    path("", include("casustafel.web.beheer.urls")),
    path("bewaren/", include("casustafel.web.bewaring.urls")),
    path("", include("casustafel.web.informeren.urls")),
    path("", include("casustafel.web.toegang.urls")),
    path("weegploeg/", include("casustafel.web.weegploeg.urls")),
    path("casusoverleg/", include("casustafel.web.casusoverleg.urls")),
    path("archief/", include("casustafel.web.archief.urls")),
    path("verzoeken/", include("casustafel.web.betrokkene.urls")),
    path("overleg/", include("casustafel.web.overleg.urls")),
    path("", include("casustafel.web.doorverstrekking.urls")),
    path("", include("casustafel.web.brieven.urls")),
]
handler404 = "casustafel.web.door.not_there"
handler429 = "casustafel.web.door.too_often"
