"""The paths of the archive."""

from django.urls import path

from casustafel.web.archief import pages, reactivering

SUBJECT = "<uuid:archief_id>"
urlpatterns = [
    path("", pages.archieven, name="archieven"),
    path(f"{SUBJECT}/", pages.archief, name="archief"),
    path(f"{SUBJECT}/vraag", pages.archiefvraag, name="archiefvraag"),
    path(f"{SUBJECT}/vragen/<uuid:vraag_id>/", pages.items, name="archiefitems"),
    path(f"{SUBJECT}/vragen/<uuid:vraag_id>/<uuid:item_id>", pages.item, name="archiefitem"),
    path(f"{SUBJECT}/vragen/<uuid:vraag_id>/heroverweging", reactivering.ask, name="ask-reactivering"),
    path(f"{SUBJECT}/standpunt", reactivering.position, name="take-standpunt-reactivering"),
    path(f"{SUBJECT}/intrekken", reactivering.withdraw, name="withdraw-reactivering"),
    path(f"{SUBJECT}/herinneren", reactivering.remind, name="remind-reactivering"),
]
