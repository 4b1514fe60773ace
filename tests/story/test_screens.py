"""From an empty installation and a covenant file to a closed plan, once, for real, in a browser."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser

from casustafel.acts.edge import edge
from tests.canary import found_in
from tests.story.conftest import Installation, chromium, load_people
from tests.story.person import Person, browser

pytestmark = pytest.mark.article("7.1", "7.4", "8.5", "9.3", "9.4", "10.4", "10.5")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TODAY = edge().day
FORM_MARK = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture
def chrome() -> Iterator[Browser]:
    """Give a real Chromium."""
    with browser(chromium()) as started:
        yield started


class Story:
    """The people of the story, each at a screen of their own, and what they work on."""

    def __init__(self, installation: Installation, chrome: Browser) -> None:
        """Nobody is there yet."""
        self.installation = installation
        self._chrome = chrome
        self.people: dict[str, Person] = {}
        self.dossier = ""
        self.casus = ""

    def arrive(self, name: str, *, link: str) -> Person:
        """Let somebody come in with their one-time link."""
        person = Person(self._chrome, url=self.installation.url, canaries=self.installation.canaries)
        person.sign_in(link=link)
        self.people[name] = person
        return person

    def organisatie(self, name: str) -> str:
        """Give the id of an organisation, as the choices of a form have it."""
        label = self.people["gerda"].page.locator("label", has_text=name).first
        return str(label.evaluate("e => (e.control || document.getElementById(e.htmlFor)).value"))


def test_from_an_empty_installation_to_a_closed_plan(founded: Installation, chrome: Browser) -> None:
    """Gemeente, OM, politie, uitvoerder, Raad and a partner take one subject from a signaal to a closed plan."""
    with founded.served():
        story = Story(founded, chrome)
        managers_and_people(story)
        signals(story)
        weighing(story)
        decision(story)
        hand_over(story)
        hidden_from_outsiders(story)
        plan(story)
        partner_sees_the_plan_only(story)
        closing(story)
        uitvoerder_names_a_task(story)
    nothing_in_clear(founded)


def managers_and_people(story: Story) -> None:
    """Two managers by one-time link; one person by a manager at a screen, the others from a file."""
    invited = story.installation.command(
        "invite", "--convenant", "lindewaard", "Mia=mia@lindewaard.example", "Mo=mo@lindewaard.example", "--json"
    )
    assert invited.returncode == 0, invited.stderr
    mia = json.loads(invited.stdout)[0]
    manager = story.arrive("mia", link=mia["uitnodiging"])
    manager.goto("/beheer/mensen/nieuw")
    seat = manager.page.locator('label:has-text("Gemeente Lindewaard")').first
    organisatie = seat.evaluate("e => (e.control || document.getElementById(e.htmlFor)).value")
    manager.fill(
        naam="Greet Gemeente (verzonnen)",
        email="greet@lindewaard.example",
        functie="adviseur",
        organisatie_id=organisatie,
        rollen=["weegploeg", "casusoverleg"],
    )
    link = manager.page.locator("code").inner_text()
    assert "Greet" not in manager.goto("/weegploeg/"), "a manager of authorisations sees no dossiers"
    story.arrive("greet", link=link)
    for name, one in load_people(story.installation).items():
        if name in {"gerda", "omar", "petra", "ulla", "rik", "bente", "roc", "rens"}:
            story.arrive(name, link=one["uitnodiging"])


def signals(story: Story) -> None:
    """The gemeente opens a dossier, the police adds data of class Wpg 9, the OM answers a question."""
    gerda, petra, omar = (story.people[name] for name in ("gerda", "petra", "omar"))
    gerda.goto("/weegploeg/")
    gerda.follow("/weegploeg/signalen/nieuw")
    gerda.fill(taak="werk-en-inkomen", leeftijdsgroep="18+", verblijft_in_nederland=True, radicaliseert=True)
    gerda.check_and_save()
    found = ID.search(gerda.page.url)
    assert found, gerda.text()
    story.dossier = f"/weegploeg/dossiers/{found.group()}"

    petra.goto(f"{story.dossier}/signalen/nieuw")
    petra.fill(grondslag="wpg-18-2", klasse="wpg-9")
    assert "B1.1" in petra.text(), "police data without a purpose is refused with the article"
    petra.goto(f"{story.dossier}/signalen/nieuw")
    today = TODAY.isoformat()
    days = {f"{n}_op": today for n in ("opsporingsbelang_getoetst", "bevoegd_functionaris", "om_geraadpleegd")}
    petra.fill(grondslag="wpg-18-2", klasse="wpg-9", doel="a", bevoegd_functionaris_oordeel="geen-bezwaar", **days)
    petra.check_and_save()

    gerda.goto(story.dossier)
    gerda.follow("/vragen/nieuw")
    gerda.fill(organisatie_id=story.organisatie("Openbaar Ministerie"))
    omar.goto("/")
    omar.page.locator('main a[href*="/vragen/"]').first.click()
    omar.fill(derden_getoetst=True, grondslag="wjsg-39f", klasse="wjsg-39f")
    omar.check_and_save()
    assert "Wjsg" in omar.goto(story.dossier)


def weighing(story: Story) -> None:
    """One criterion is weighed, resting on every signal but the answer of the OM."""
    gerda = story.people["gerda"]
    gerda.goto(f"{story.dossier}/weging")
    gerda.follow("/weging/nieuw")
    boxes = gerda.page.locator('main input[name="signalen"]').all()
    signalen = [box.get_attribute("value") for box in boxes]
    assert len(signalen) == 3
    gerda.fill(criterium="gedrag", signalen=signalen)


def decision(story: Story) -> None:
    """The OM withholds its agreement, which blocks the outcome for all to see; then it agrees."""
    for name, outcome in (("gerda", "agenderen"), ("petra", "agenderen"), ("omar", "onthouden")):
        person = story.people[name]
        person.goto(f"{story.dossier}/standpunt")
        person.fill(uitkomst=outcome)
    gerda, omar = story.people["gerda"], story.people["omar"]
    gerda.goto(f"{story.dossier}/beslissing/nieuw")
    gerda.fill(uitkomst="agenderen")
    refusal = gerda.text()
    assert "Openbaar Ministerie Lindewaard" in refusal
    assert "4" in refusal
    omar.goto(f"{story.dossier}/standpunt")
    omar.fill(uitkomst="agenderen")
    gerda.goto(f"{story.dossier}/beslissing/nieuw")
    gerda.fill(uitkomst="agenderen")
    gerda.goto(f"{story.dossier}/beslissing/nieuw")
    gerda.fill(uitkomst="agenderen")
    assert "7.4" in gerda.text(), "a decision is taken once"


def hand_over(story: Story) -> None:
    """Gemeente, politie, Raad and a partner are named; two signals of three go along, and the melder stays behind."""
    gerda = story.people["gerda"]
    gerda.goto(f"{story.dossier}/betrokkenen")
    names = ("Gemeente Lindewaard", "Politie Lindewaard", "Raad voor de Kinderbescherming", "Jeugdhulp De Brug")
    gerda.fill(organisaties=[story.organisatie(name) for name in names])
    gerda.goto(f"{story.dossier}/overdracht")
    boxes = gerda.page.locator('main input[name="signalen"]').all()
    chosen = [box.get_attribute("value") for box in boxes][:2]
    gerda.fill(signalen=chosen, verblijft_in_nederland=True, radicaliseert=True)
    gerda.check_and_save()
    rik = story.people["rik"]
    for _try in range(40):
        rik.goto("/casusoverleg/")
        if rik.page.locator('main a[href*="/casussen/"]').count():
            break
        rik.page.wait_for_timeout(250)
    rik.page.locator('main a[href*="/casussen/"]').first.click()
    found = ID.search(rik.page.url)
    assert found
    story.casus = f"/casusoverleg/casussen/{found.group()}"


def hidden_from_outsiders(story: Story) -> None:
    """For who is not at the table the casus is as what does not exist, in pages, lists, counts and work."""
    names = words_for(story, "screen.naam")
    for outsider in ("rens", "roc", "omar"):
        person = story.people[outsider]
        for page in ("", "/plan", "/inzage", "/bijdragen/nieuw", "/plan/schrijven", "/afsluiting"):
            there, nowhere = (
                answer(person, path) for path in (story.casus + page, f"/casusoverleg/casussen/{uuid4()}{page}")
            )
            assert there == nowhere, page
        for page in ("/casusoverleg/", "/"):
            text = person.goto(page)
            assert "C-20" not in text
            if outsider != "omar":
                assert not [name for name in names if name in text]
    assert answer(story.people["rik"], story.dossier)[0] == 404, "the Raad has no way to the weegploeg's file"


def plan(story: Story) -> None:
    """The Raad sees what its class allows; contributions are given, and a plan is written, adopted and changed."""
    rik, bente, gerda = (story.people[name] for name in ("rik", "bente", "gerda"))
    seen = rik.goto(story.casus)
    signals_given = words_for(story, "screen.omschrijving")
    shown = [word for word in signals_given if word in seen]
    assert len(shown) == 1, "the data of class Wpg 9 is not for the Raad"
    assert len([word for word in signals_given if word in gerda.goto(story.casus)]) == 2
    bente.goto(f"{story.casus}/bijdragen/nieuw")
    bente.fill()
    write(rik, story, owners=("Jeugdhulp De Brug", "Gemeente Lindewaard"))
    rik.goto(f"{story.casus}/plan/vaststellen")
    rik.submit()
    write(gerda, story, owners=())
    gerda.goto(f"{story.casus}/plan/vaststellen")
    gerda.submit()
    bente.goto(f"{story.casus}/plan")
    bente.page.locator('main a[href$="/voortgang"]').first.click()
    bente.fill()


def write(person: Person, story: Story, *, owners: tuple[str, ...]) -> None:
    """Write a concept with a measure for each owner, or change the plan that there is."""
    person.goto(f"{story.casus}/plan/schrijven")
    page = person.page
    page.locator('main input[name="doelstellingen"][value="i"]').check()
    for goal in ("a", "e"):
        page.locator(f'main input[name="doelen"][value="{goal}"]').check()
    page.locator('main textarea[name="toelichting"]').fill(story.installation.canaries.word("screen.toelichting"))
    for number, owner in enumerate(owners):
        row = page.locator("main fieldset").filter(has=page.locator(f'textarea[name$="-{number}-tekst"]')).first
        row.locator("textarea").fill(story.installation.canaries.word("screen.maatregel"))
        row.locator("select").select_option(label=owner)
        row.locator('input[name$="-uiterlijk_op"]').fill((TODAY + timedelta(days=9)).isoformat())
    person.submit()
    assert "/plan/schrijven" not in page.url, person.text()


def partner_sees_the_plan_only(story: Story) -> None:
    """The partner's pages hold the plan; no name, no signal, no analysis, nothing of anybody else."""
    bente = story.people["bente"]
    text = bente.goto(f"{story.casus}/plan")
    assert [word for word in words_for(story, "screen.maatregel") if word in text]
    everything = text + "".join(
        bente.goto(page) for page in ("/", "/casusoverleg/", story.casus, f"{story.casus}/inzage")
    )
    allowed = {"screen.maatregel", "screen.toelichting", "screen.tekst"}
    hidden = [word for word, name in story.installation.canaries.words.items() if name not in allowed]
    assert [word for word in hidden if word in everything] == []
    assert answer(bente, story.casus)[0] == 404


def closing(story: Story) -> None:
    """Closing is advised; the police withholds, visibly; then all agree, and both files know it."""
    rik, gerda, omar = (story.people[name] for name in ("rik", "gerda", "omar"))
    rik.goto(f"{story.casus}/afsluiting/adviseren")
    rik.fill()
    for name, choice in (("gerda", "instemmen"), ("omar", "instemmen"), ("petra", "onthouden")):
        person = story.people[name]
        person.goto(f"{story.casus}/afsluiting/standpunt")
        person.fill(keuze=choice)
    assert [w for w in words_for(story, "screen.maatregel") if w in omar.goto(f"{story.casus}/afsluiting")]
    assert "Politie Lindewaard" in gerda.goto(f"{story.casus}/afsluiting/besluiten")
    assert not gerda.page.locator("main form").count(), "what cannot be done is not offered"
    story.people["petra"].goto(f"{story.casus}/afsluiting/standpunt")
    story.people["petra"].fill(keuze="instemmen")
    gerda.goto(f"{story.casus}/afsluiting/besluiten")
    gerda.fill()
    reason = words_for(story, "screen.motivering")[-1]
    for _try in range(40):
        if reason in gerda.goto(f"{story.dossier}/beslissing"):
            break
        gerda.page.wait_for_timeout(250)
    assert reason in gerda.text(), "the closing stands in the weegploeg's file"
    assert reason in gerda.goto(story.casus), "the closing stands in the casusoverleg's file"


def uitvoerder_names_a_task(story: Story) -> None:
    """The uitvoerder opens a file for a named task only."""
    ulla = story.people["ulla"]
    assert answer(ulla, story.dossier)[0] in {400, 403}
    ulla.goto("/taak")
    ulla.page.locator('main input[value="voorbereiden"]').check()
    ulla.submit()
    assert answer(ulla, story.dossier)[0] == 200


def words_for(story: Story, name: str) -> list[str]:
    """Give the canaries that were typed into a field."""
    return [word for word, given in story.installation.canaries.words.items() if given == name]


def answer(person: Person, path: str) -> tuple[int, str]:
    """Ask for a page and give its status and all of its text, but for ids and the random mark of a form."""
    response = person.page.request.get(path)
    return response.status, FORM_MARK.sub("", ID.sub("ID", response.text()))


def nothing_in_clear(installation: Installation) -> None:
    """No file of the installation holds a word that was typed: databases, journals, sessions, logs, temporary files."""
    words = list(installation.canaries.words)
    assert len(words) > 40
    assert found_in(installation.folder, words) == []
    assert Path(installation.folder / "serve.log").exists()
