"""The paths of retention."""

from django.urls import path

from casustafel.web.bewaring import pages

urlpatterns = [
    path("vervaldagen", pages.vervaldagen, name="vervaldagen"),
    path("certificaten", pages.certificaten, name="certificaten"),
    path("nachten", pages.nachten, name="nachten"),
]
