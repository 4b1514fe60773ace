"""The paths of oversight."""

from django.urls import path

from casustafel.web.toezicht import logbewijs, medeondertekenen

urlpatterns = [
    path("logbewijs", logbewijs.logbewijs, name="logbewijs"),
    path("logbewijs/controlepunten.zip", logbewijs.controlepunten, name="controlepunten"),
    path("logbewijs/eigen-regels.zip", logbewijs.own_rows, name="own-rows"),
    path("logbewijs/controle.py", logbewijs.checker, name="checker"),
    path("logbewijs/<str:bestand>/medeondertekenen", medeondertekenen.cosign, name="cosign"),
]
