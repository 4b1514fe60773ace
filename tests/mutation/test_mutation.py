"""The mutants themselves: a rule without a good test is found, and one with a good test is not blamed."""

import ast

from tests.mutation.mutate import mutants_of

RULE = '''
"""A rule."""
LIMIT = 3

def may(day, known):
    """Say whether."""
    if day < LIMIT and known:
        yield fault("7.4", gettext_noop("For people."))
'''


def described(source: str) -> set[tuple[str, str]]:
    """Give each mutant of a source by its function and what was changed."""
    return {(mutant.function, mutant.what) for mutant in mutants_of(source)}


class TestTheMutantsOfARule:
    """Every small change that matters, and none that does not."""

    def test_are_its_comparisons_conditions_codes_and_reasons(self) -> None:
        """And the numbers at the top of the module."""
        assert described(RULE) == {
            ("", "3 becomes 4"),
            ("may", "Lt becomes LtE"),
            ("may", "And becomes Or"),
            ("may", "the condition is turned round"),
            ("may", "nothing is yielded"),
            ("may", "'7.4' becomes another text"),
        }

    def test_leave_alone_what_people_read(self) -> None:
        """Sentences and docstrings decide nothing."""
        assert not any("~For" in ast.unparse(mutant.tree) for mutant in mutants_of(RULE))

    def test_each_differ_from_the_rule(self) -> None:
        """A mutant that says the same as the rule could never be killed."""
        good = ast.unparse(ast.parse(RULE))

        assert all(ast.unparse(mutant.tree) != good for mutant in mutants_of(RULE))
