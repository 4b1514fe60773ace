"""The paths of requests."""

from django.urls import path

from casustafel.web.betrokkene import changing, gathering, pages, shielding, steps, telling

ONE = "<uuid:verzoek_id>"
urlpatterns = [
    path("", pages.verzoeken, name="verzoeken"),
    path("nieuw", steps.receive, name="receive-verzoek"),
    path("taken/", pages.verzoektaken, name="verzoektaken"),
    path(f"taken/{ONE}/", pages.verzoektaak, name="verzoektaak"),
    path(f"taken/{ONE}/<uuid:taak_id>", steps.do_task, name="do-verzoektaak"),
    path(f"{ONE}/", pages.verzoek, name="verzoek"),
    path(f"{ONE}/identiteit", steps.establish, name="establish-identiteit"),
    path(f"{ONE}/onbekend", steps.unknown, name="close-onbekend"),
    path(f"{ONE}/taak", steps.give_task, name="give-verzoektaak"),
    path(f"{ONE}/taken/<uuid:taak_id>/herinnering", steps.remind_task, name="remind-verzoektaak"),
    path(f"{ONE}/treffers", gathering.found, name="record-treffers"),
    path(f"{ONE}/verzamelen/<uuid:dossier_id>", gathering.gather, name="gather-overzicht"),
    path(f"{ONE}/overzicht", gathering.overview, name="verzoekoverzicht"),
    path(f"{ONE}/stukken/", gathering.own_pieces, name="verzoekstukken"),
    path(f"{ONE}/stukken/<uuid:stuk_id>", gathering.choose, name="choose-stuk"),
    path(f"{ONE}/inzagenamen", gathering.name_employees, name="choose-inzagenamen"),
    path(f"{ONE}/verzameld", steps.gathered, name="record-verzameld"),
    path(f"{ONE}/standpunt", steps.position, name="take-standpunt-verzoek"),
    path(f"{ONE}/besluit", steps.decision, name="decide-verzoek"),
    path(f"{ONE}/antwoord", steps.answer, name="answer-verzoek"),
    path(f"{ONE}/wijzigingen/", changing.changes, name="wijzigingen"),
    path(f"{ONE}/wijzigingen/<uuid:stuk_id>", changing.choose, name="choose-wijziging"),
    path(f"{ONE}/wijzigingen/<uuid:wijziging_id>/intrekken", changing.withdraw, name="withdraw-wijziging"),
    path(f"{ONE}/afscherming/<uuid:dossier_id>", shielding.shield, name="shield-verzoek"),
    path(f"{ONE}/afscherming/<uuid:afscherming_id>/bericht", shielding.announce, name="announce-opheffing"),
    path(f"{ONE}/afscherming/<uuid:afscherming_id>/opheffing", shielding.lift, name="lift-verzoek"),
    path(f"{ONE}/uitvoering", steps.carried_out, name="carry-out-verzoek"),
    path(f"{ONE}/ontvanger", telling.add_recipient, name="add-ontvanger"),
    path(f"{ONE}/melding", telling.tell, name="notify-verzoek"),
    path(f"{ONE}/melding/<uuid:melding_id>", telling.acknowledge, name="acknowledge-melding"),
]
