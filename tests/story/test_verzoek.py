"""A correction, from the letter in which it is asked to the parties that corrected their own copies, in a browser."""

import re

import pytest
from playwright.sync_api import Browser

from tests.story.conftest import Installation
from tests.story.person import Person
from tests.story.test_screens import (
    ID,
    TODAY,
    Story,
    chrome,
    decision,
    hand_over,
    managers_and_people,
    nothing_in_clear,
    signals,
    weighing,
    words_for,
)

__all__ = ["chrome"]
pytestmark = pytest.mark.article("12.1", "12.2", "12.5", "12.6")
NUMBER = re.compile(r"W-\d{4}-\d{4}")
KERNPARTIJEN = ("gerda", "omar", "petra")
NOBODY_ELSE = {"vertegenwoordiger": "", "vertegenwoordiger_adres": ""}


def test_from_a_letter_to_notified_parties(founded: Installation, chrome: Browser) -> None:  # the fixture
    """Received, established, gathered, decided, answered, carried out in both files, told, and done at each party."""
    with founded.served():
        story = Story(founded, chrome)
        for chapter in (managers_and_people, signals, weighing, decision, hand_over):
            chapter(story)
        path = received(story)
        established(story, path)
        parties_check_their_part(story, path)
        decided_and_answered(story, path)
        new_text = carried_out(story, path)
        parties_are_told(story, path)
        for name, place in (("gerda", story.dossier), ("rik", story.casus)):
            assert new_text in story.people[name].goto(place), "the file and its copy were corrected"
    nothing_in_clear(founded)


def received(story: Story) -> str:
    """The uitvoerder receives the letter; no step but the one to who asks is offered."""
    ulla = story.people["ulla"]
    ulla.goto("/taak")
    ulla.page.locator('main input[value="verzoek"]').check()
    ulla.submit()
    ulla.goto("/verzoeken/")
    ulla.follow("/verzoeken/nieuw")
    naam = words_for(story, "screen.naam")[0]
    today = TODAY.isoformat()
    ulla.fill(soort="correctie", ontvangen_op=today, naam=naam, vertegenwoordiging="geen", **NOBODY_ELSE)
    path = ulla.page.url.removeprefix(story.installation.url)
    assert ID.search(path), ulla.text()
    assert offers(ulla, "/identiteit")
    for step in ("/verzameld", "/besluit", "/antwoord", "/uitvoering", "/melding"):
        assert not offers(ulla, step), "who asks is a gate before every other step"
    return path


def offers(person: Person, suffix: str) -> bool:
    """Tell whether the page has a link that ends like this."""
    return bool(person.page.locator(f'main a[href$="{suffix}"]').count())


def established(story: Story, path: str) -> None:
    """A paper is looked at over the counter; no copy of it is kept."""
    ulla = story.people["ulla"]
    ulla.goto(path)
    ulla.follow("/identiteit")
    ulla.fill(vertegenwoordiging_papier="", vertegenwoordiging_gezien="")


def parties_check_their_part(story: Story, path: str) -> None:
    """Each kernpartij reports what it found; the uitvoerder puts before them in which dossier the person stands."""
    verzoek_id = path.strip("/").split("/")[-1]
    tasks = f"/verzoeken/taken/{verzoek_id}/"
    for name in KERNPARTIJEN:
        person = story.people[name]
        person.goto(tasks)
        while person.page.locator(f'main a[href^="{tasks}"]').count():
            person.page.locator(f'main a[href^="{tasks}"]').first.click()
            person.fill()
            person.goto(tasks)
    number = NUMBER.search(story.people["gerda"].goto(story.dossier))
    assert number
    ulla = story.people["ulla"]
    ulla.goto(path)
    ulla.follow("/verzameld")
    ulla.fill(nummers=number.group())


def decided_and_answered(story: Story, path: str) -> None:
    """All three agree to do what is asked; the decision becomes a letter."""
    for name in KERNPARTIJEN:
        person = story.people[name]
        person.goto(path)
        person.follow("/standpunt")
        person.fill(antwoord="inwilligen", reikwijdte="", motivering="")
    gerda, ulla = story.people["gerda"], story.people["ulla"]
    gerda.goto(path)
    gerda.follow("/besluit")
    gerda.fill()
    ulla.goto(path)
    ulla.follow("/antwoord")
    ulla.fill()
    letter = ulla.page.request.get(f"{path}brief")
    assert letter.status == 200
    assert letter.body().startswith(b"%PDF")


def carried_out(story: Story, path: str) -> str:
    """What the files hold is opened, one text in it is chosen, and one act carries that out everywhere."""
    ulla = story.people["ulla"]
    dossier_id = story.dossier.rpartition("/")[2]
    ulla.goto(path)
    ulla.follow(f"/verzamelen/{dossier_id}")
    ulla.fill(persoon="subject")
    ulla.goto(path)
    ulla.follow("/wijzigingen/")
    was = words_for(story, "screen.omschrijving")[0]
    items = ulla.page.locator('main a[href*="/wijzigingen/"]').all()
    for href in [one.get_attribute("href") or "" for one in items]:
        if was in ulla.goto(href):
            break
    new_text = story.installation.canaries.word("screen.tekst")
    ulla.fill(soort="verbeteren", veld="omschrijving", tekst=new_text)
    ulla.goto(path)
    ulla.follow("/uitvoering")
    ulla.fill(uitgevoerd="")
    return new_text


def parties_are_told(story: Story, path: str) -> None:
    """Once both files have it, everybody who received data is told; each reports what it did with its own copies."""
    ulla = story.people["ulla"]
    for _try in range(60):
        ulla.goto(path)
        if offers(ulla, "/melding"):
            break
        ulla.page.wait_for_timeout(250)
    ulla.follow("/melding")
    ulla.submit()
    for name in ("petra", "rik"):
        person = story.people[name]
        person.goto("/")
        person.page.locator('main a[href*="/melding/"]').first.click()
        assert words_for(story, "screen.tekst")[-1] not in person.text(), "a notice says that, and not what"
        person.fill()
        person.goto("/")
        assert not person.page.locator('main a[href*="/melding/"]').count()
