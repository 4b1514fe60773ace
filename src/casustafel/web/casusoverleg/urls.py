"""Paths of the casusoverleg."""

from django.urls import path

from casustafel.web.casusoverleg import afsluiting, casus, deelname, eigen_besluit, plan, write_plan

CASUS = "casussen/<uuid:casus_id>"

urlpatterns = [
    path("", casus.casussen, name="casussen"),
    path(CASUS, casus.casus, name="casus"),
    path(f"{CASUS}/inzage", casus.inzage, name="casus-inzage"),
    path(f"{CASUS}/bijdragen/nieuw", plan.give, name="contribute"),
    path(f"{CASUS}/deelnemers/nieuw", deelname.admit, name="admit-deelnemer"),
    path(f"{CASUS}/deelnemers/<uuid:organisatie_id>/einde", deelname.end, name="end-deelname"),
    path(f"{CASUS}/stukken/<uuid:item_id>/eigen-besluit", eigen_besluit.decide, name="decide-eigen"),
    path(f"{CASUS}/eigen-besluiten/<uuid:besluit_id>/intrekken", eigen_besluit.withdraw, name="withdraw-eigen"),
    path(f"{CASUS}/plan", plan.plan, name="plan"),
    path(f"{CASUS}/plan/schrijven", write_plan.write, name="write-plan"),
    path(f"{CASUS}/plan/vaststellen", write_plan.adopt, name="adopt-plan"),
    path(f"{CASUS}/maatregelen/<uuid:maatregel_id>/voortgang", plan.record, name="record-voortgang"),
    path(f"{CASUS}/afsluiting", afsluiting.afsluiting, name="afsluiting"),
    path(f"{CASUS}/afsluiting/adviseren", afsluiting.advise, name="advise-afsluiting"),
    path(f"{CASUS}/afsluiting/standpunt", afsluiting.take_standpunt, name="take-standpunt-afsluiting"),
    path(f"{CASUS}/afsluiting/standpunt/intrekken", afsluiting.withdraw, name="withdraw-standpunt-afsluiting"),
    path(f"{CASUS}/afsluiting/herinneren", afsluiting.remind, name="remind-afsluiting"),
    path(f"{CASUS}/afsluiting/besluiten", afsluiting.close, name="close-casus"),
]
