"""Paths of disclosure: each by its own random id, but for the two at the table of a casus."""

from django.urls import path

from casustafel.web.doorverstrekking import aanvraag, partner, register, toestemming

TABLE = "casusoverleg/casussen/<uuid:casus_id>/doorverstrekkingen"
ONE = "<uuid:doorverstrekking_id>"

urlpatterns = [
    path(TABLE, register.register, name="casus-doorverstrekkingen"),
    path(f"{TABLE}/aanvragen", aanvraag.ask, name="request-doorverstrekking"),
    path(f"{TABLE}/{ONE}/intrekken", register.withdraw, name="withdraw-doorverstrekking"),
    path("toestemmingen", toestemming.toestemmingen, name="toestemmingen"),
    path(f"toestemmingen/{ONE}", toestemming.toestemming, name="toestemming"),
    path(f"toestemmingen/{ONE}/terugnemen", toestemming.take_back, name="withdraw-standpunt-doorverstrekking"),
    path(f"toestemmingen/{ONE}/intrekken", toestemming.withdraw, name="withdraw-toestemming"),
    path("doorverstrekkingen", partner.doorverstrekkingen, name="doorverstrekkingen"),
    path(f"doorverstrekkingen/{ONE}", partner.doorverstrekking, name="doorverstrekking"),
]
