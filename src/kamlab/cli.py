"""The command line: ``kamlab COMMAND``. Each package registers its commands here."""

import sys
from importlib import import_module

import click
from rich.console import Console
from rich.markup import escape

from kamlab import __version__
from kamlab.errors import KamlabError
from kamlab.garbage import uncollected
from kamlab.i18n import translator

# name of a command -> where its click command lives; imported on use, so that help answers at once
COMMANDS = {
    "build": "kamlab.assemble:build",
    "catalog": "kamlab.course.catalog:catalog",
    "codes": "kamlab.data.commands:codes",
    "cohort": "kamlab.grading.cohort:cohort",
    "course": "kamlab.assemble:course",
    "grade": "kamlab.reports.commands:grade",
    "models": "kamlab.course.commands:models",
    "notebooks": "kamlab.course.commands:notebooks",
    "release": "kamlab.course.commands:release",
    "serve": "kamlab.live.commands:serve",
    "site": "kamlab.live.commands:site",
    "verify": "kamlab.grading.verify:verify",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Every command, in the alphabet's order."""
        return sorted(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """The command called ``name``, imported now."""
        if name not in COMMANDS:
            return None
        module, attribute = COMMANDS[name].split(":")
        with uncollected(for_good=True):  # a tenth of the time
            command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)  # noqa: S101 - our own table
        return command


@click.group(cls=LazyGroup)
@click.version_option(__version__)
def cli() -> None:
    """Build, release and grade the kamlab course."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; an error of ours is one sentence and exit status 1, never a traceback."""
    try:
        cli.main(args=arguments, prog_name="kamlab")
    except KamlabError as error:
        said = escape(error.render(translator("en")))
        Console(stderr=True).print(f"[bold red]kamlab:[/] {said}", highlight=False)
        sys.exit(1)
