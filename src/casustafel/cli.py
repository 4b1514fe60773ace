# reason: one function for the options of each command and one that translates it, side by side
"""The command `casustafel`. It translates only: what it does is an act, a job or a look at what the acts declare.

Exit codes: 0 done, 1 refused or a failed check, 2 wrong use.
"""

import argparse
import json
import os
import sys
import tomllib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

DONE, FAILED, WRONG_USE = 0, 1, 2
Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    options = _parser().parse_args(arguments)
    _settle(options)
    command: Command = options.command
    return command(options) if not options.is_at_work or _hold() else FAILED


def _hold() -> bool:
    """Hold the installation, so that no restore begins meanwhile; tells whether one is under way."""
    from casustafel.bestand.gebruik import InUse, use

    try:
        use()
    except InUse as fault:
        _complain(str(fault))
        return False
    return True


def _settle(options: argparse.Namespace) -> None:
    """Put what an option says where the settings read it, then start Django."""
    os.umask(0o077)  # what an installation writes is its owner's to read
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casustafel.conf.settings")
    if getattr(options, "data", None):
        os.environ["CASUSTAFEL_DATA"] = str(Path(options.data).resolve())
    if getattr(options, "on", None):
        os.environ["CASUSTAFEL_ON"] = options.on.isoformat()
    import django

    django.setup()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="casustafel", description="The information system of the covenant.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add(commands, "migrate", _migrate, "make or update the databases and keys")
    _add_convenant(commands)
    _add_people(commands)
    _add_demo(commands)
    relay = _add(commands, "relay", _relay, "carry what waits between the files")
    relay.add_argument("--follow", action="store_true", help="go on, looking again every second")
    _add_nachtwerk(commands)
    _add_health(commands)
    _add_backup(commands)
    _add_logboek(commands)
    serve = _add(commands, "serve", _serve, "serve the screens and the API, with the relay beside them")
    _add_server_options(serve)
    for name, command, text in (
        ("articles", _articles, "list each article with its rules, acts, screens and tests"),
        ("acts", _acts, "list each act with its articles, file and activity"),
        ("doors", _doors, "list every route, endpoint and command with its act"),
    ):
        listing = _add(commands, name, command, text, is_at_work=False)
        listing.add_argument("--json", action="store_true", help="as JSON")
    text = "print the contract of the API, as it is kept in the repository"
    _add(commands, "openapi", _openapi, text, is_at_work=False)
    return parser


def _add(commands: Any, name: str, command: Command, text: str, *, is_at_work: bool = True) -> argparse.ArgumentParser:
    """Add a command; one that is at work in the installation does not begin while a restore is under way."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text.capitalize() + ".")
    parser.add_argument("--data", metavar="DIR", help="the folder of the installation (default: data)")
    parser.set_defaults(command=command, is_at_work=is_at_work)
    return parser


def _add_server_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="the port on 127.0.0.1 (default: 8000)")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="how many web processes (default: 2)")


def _add_convenant(commands: Any) -> None:
    group = commands.add_parser("convenant", help="covenants").add_subparsers(required=True, metavar="COMMAND")
    load = _add(group, "load", _load_convenant, "load a covenant from a file")
    load.add_argument("file", type=Path, metavar="FILE")


def _add_people(commands: Any) -> None:
    group = commands.add_parser("people", help="people").add_subparsers(required=True, metavar="COMMAND")
    load = _add(group, "load", _load_people, "load people and their roles from a file")
    load.add_argument("file", type=Path, metavar="FILE")
    load.add_argument("--json", action="store_true", help="as JSON")
    invite = _add(commands, "invite", _invite, "invite the first two managers of authorisations")
    invite.add_argument("--convenant", required=True, metavar="CODE")
    invite.add_argument("--organisatie", default="gemeente", metavar="CODE")
    invite.add_argument("manager", nargs=2, metavar="NAME=E-MAIL", help="two people: neither can act alone")
    invite.add_argument("--json", action="store_true", help="as JSON")


def _add_nachtwerk(commands: Any) -> None:
    night = _add(commands, "nachtwerk", _nachtwerk, "carry out what a term ended for: lapse, destroy, clear")
    night.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="the day, in a demo installation only")
    text = "do it also where the last night's work is longer than a week ago, or on a day to come"
    night.add_argument("--clock-is-right", action="store_true", help=text)
    night.add_argument("--json", action="store_true", help="as JSON")


def _add_health(commands: Any) -> None:
    health = _add(commands, "health", _health, "look whether databases, keys and files are well, and name what is not")
    health.add_argument("--deep", action="store_true", help="open every row and compute every log anew; logged")
    health.add_argument("--json", action="store_true", help="as JSON")


def _add_backup(commands: Any) -> None:
    backup = _add(commands, "backup", _backup, "copy every file as all are at one moment, and the reserve of the vault")
    backup.add_argument("folder", type=Path, metavar="DIR", help="where the set is put, in a folder of its own")
    backup.add_argument("--keep", type=_positive, metavar="N", help="remove all but the newest N sets in DIR")
    backup.add_argument("--new-reserve", action="store_true", help="begin the reserve anew: only where it was lost")
    text = "put a backup back; what was destroyed stays destroyed. With --kluis the vault alone, from its reserve"
    restore = _add(commands, "restore", _restore, text, is_at_work=False)
    what = restore.add_mutually_exclusive_group(required=True)
    what.add_argument("folder", type=Path, nargs="?", metavar="DIR", help="the folder of one set")
    what.add_argument("--kluis", action="store_true", help="put lost keys back from the reserve, and touch no file")
    for parser in (backup, restore):
        parser.add_argument("--json", action="store_true", help="as JSON")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("one or more")
    return number


def _add_logboek(commands: Any) -> None:
    group = commands.add_parser("logboek", help="the evidence of the logs").add_subparsers(required=True, metavar="CMD")
    verify = _add(group, "verify", _verify, "compute the trees from the rows again, and compare")
    checkpoint = _add(group, "checkpoint", _checkpoint, "print the latest checkpoints and the public keys")
    prove = _add(group, "prove", _prove, "prove that a row stands in the log, without showing it")
    prove.add_argument("--row", type=int, required=True, metavar="N", help="the number of the row in its file")
    for parser in (verify, checkpoint, prove):
        parser.add_argument("--json", action="store_true", help="as JSON")


def _add_demo(commands: Any) -> None:
    group = commands.add_parser("demo", help="the invented municipality").add_subparsers(required=True, metavar="CMD")
    load = _add(group, "load", _demo_load, "load the invented municipality into an empty installation")
    load.add_argument("--json", action="store_true", help="people with passwords and tokens as JSON")
    run = _add(group, "run", _demo_run, "set up, load the demo, and serve it")
    _add_server_options(run)
    for parser in (load, run):
        parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="the day that counts as today")


def _migrate(_options: argparse.Namespace) -> int:
    from casustafel.conf.install import migrate

    migrate()
    return DONE


def _read(path: Path) -> dict[str, Any]:
    """Read a TOML file, or say what is wrong with it and end with the code for wrong use."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        _complain(f"{path.name}: {fault}")
        raise SystemExit(WRONG_USE) from fault


def _complain(text: str) -> None:
    print(text, file=sys.stderr)


def _do(act: Any, model: Any, values: dict[str, Any]) -> Any:
    """Do an operator's act with what a file says; all faults are named at once, each with its place."""
    from pydantic import ValidationError

    from casustafel.acts.edge import edge
    from casustafel.acts.gate import Refused, do
    from casustafel.acts.register.operator import operator

    try:
        return do(act, wie=operator(), invoer=model.model_validate(values), edge=edge())
    except ValidationError as fault:
        for found in fault.errors():
            place = ".".join(str(part) for part in found["loc"]) or "file"
            _complain(f"{place}: {found['msg']}")
    except Refused as refused:
        for reason in refused.verdict.reasons:
            _complain(f"art. {reason.artikel} ({reason.field or 'file'}): {reason.text % dict(reason.params)}")
    raise SystemExit(FAILED)


def _load_convenant(options: argparse.Namespace) -> int:
    from casustafel.acts.register.load_convenant import LoadConvenant, load_convenant

    values = _read(options.file)
    _do(load_convenant, LoadConvenant, values)
    print(f"Loaded: {values['gemeente']} ({values['code']}).")
    return DONE


def _load_people(options: argparse.Namespace) -> int:
    return _people(_read(options.file), as_json=options.json)


def _invite(options: argparse.Namespace) -> int:
    seat = {
        "convenant": options.convenant,
        "organisatie": options.organisatie,
        "rollen": ["autorisatiebeheerder"],
    }
    pairs = [manager.partition("=") for manager in options.manager]
    people = [{"naam": name, "email": email, "autorisatie": [seat]} for name, _sign, email in pairs]
    return _people({"medewerker": people}, as_json=options.json)


def _people(values: dict[str, Any], *, as_json: bool) -> int:
    from casustafel.acts.register.load_people import LoadPeople, load_people

    invited = _do(load_people, LoadPeople, values)
    if as_json:
        print(json.dumps([one.model_dump(mode="json", by_alias=True) for one in invited], indent=1))
        return DONE
    for one in invited:
        print(f"{one.email}: {one.uitnodiging or 'has a password already'}")
    print("Hand each path to the person it is for; it works once, on the address of this installation.")
    return DONE


def _demo_load(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from casustafel.demo.run import load_once

    personas = load_once(on=options.on)
    if personas is None:
        _complain("The demo is loaded already.")
        return FAILED
    if options.json:
        print(json.dumps([asdict(p) for p in personas], ensure_ascii=False, indent=1))
    else:
        print(f"Loaded: {len(personas)} invented people and their dossiers.")
    return DONE


def _demo_run(options: argparse.Namespace) -> int:
    from casustafel.conf.install import migrate
    from casustafel.conf.serve import serve
    from casustafel.demo.run import load_once

    migrate()
    load_once(on=options.on)
    print(f"The demo is at http://localhost:{options.port}/demo: choose who you want to be. Stop with Ctrl-C.")
    return serve(port=options.port, workers=options.workers)


def _relay(options: argparse.Namespace) -> int:
    from casustafel.acts.edge import edge
    from casustafel.acts.toezicht.verzegelen import seal_logs
    from casustafel.jobs.doorgeven import Doorgeven
    from casustafel.jobs.follow import follow
    from casustafel.jobs.relay import relay

    if options.follow:
        follow()
    else:
        carried, sealed = relay(edge=edge()), seal_logs(edge(), is_whole=True)
        print(f"Carried: {carried}. Sealed: {sealed}. Passed on: {Doorgeven().round(at=edge().now)}.")
    return DONE


def _nachtwerk(options: argparse.Namespace) -> int:
    from django.conf import settings

    from casustafel.acts.edge import edge
    from casustafel.jobs.nachtwerk import nachtwerk
    from casustafel.jobs.night import doubt

    if options.on is not None and settings.CASUSTAFEL_ON is None:
        _complain("--on works in a demo installation only.")
        return WRONG_USE
    now = edge()
    why = "" if settings.CASUSTAFEL_ON or options.clock_is_right else doubt(now)
    if why:
        _complain(f"{why} If it is right: --clock-is-right.")
        return FAILED
    done = nachtwerk(edge=now, told=lambda step, n: None if options.json else print(f"{step}: {n}", flush=True))
    if options.json:
        print(json.dumps(done.as_dict(), indent=1))
    return DONE


def _health(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from casustafel.acts.edge import edge
    from casustafel.jobs.gezondheid import health

    names = {"bestand": "file", "tabel": "table", "id": "id", "wat": "what"}
    steps: dict[str, int] = {}

    def told(step: str, found: int) -> None:
        steps[step] = found
        if not options.json:
            print(f"{step}: {f'{found} findings' if found else 'well'}", flush=True)

    found = health(edge=edge(), is_deep=options.deep, told=told)
    if options.json:
        rows = [{name: asdict(one)[key] for key, name in names.items()} for one in found]
        print(json.dumps({"isWell": not found, "steps": steps, "findings": rows}, indent=1))
    else:
        for one in found:
            _complain(one.line)
    return FAILED if found else DONE


def _backup(options: argparse.Namespace) -> int:
    from casustafel.acts.bewaring.reserve import begin_anew
    from casustafel.acts.edge import edge
    from casustafel.jobs.backup import CANNOT, backup, prune

    now = edge()
    try:
        if options.new_reserve:
            begin_anew(day=now.day)
        made = backup(options.folder, edge=now, told=_teller(options))
    except CANNOT as fault:
        _complain(f"No backup was made: {fault}")
        return FAILED
    gone = prune(options.folder, keep=options.keep) if options.keep else []
    if options.json:
        told = {"folder": str(made.folder), "files": made.files, "removed": [path.name for path in gone]}
        print(json.dumps(told, indent=1))
    else:
        print(f"Made: {made.folder}. Removed: {len(gone)}.")
    return DONE


def _teller(options: argparse.Namespace) -> Callable[[str], None]:
    return lambda step: None if options.json else print(f"{step}: done", flush=True)


def _restore(options: argparse.Namespace) -> int:
    from casustafel.acts.edge import edge
    from casustafel.conf.install import migrate
    from casustafel.jobs.backup import CANNOT
    from casustafel.jobs.restore import restore

    folder = None if options.kluis else options.folder.resolve()
    try:
        done = restore(folder, edge=edge(), migrate=migrate, told=_teller(options))
    except CANNOT as fault:
        _complain(f"Not restored: {fault}")
        return FAILED
    if options.json:
        print(
            json.dumps(
                {
                    "keysPutBack": done.teruggezet,
                    "destroyedAgain": done.opnieuw_vernietigd,
                    "withoutKey": done.zonder_sleutel,
                    "aside": str(done.aside),
                },
                indent=1,
            )
        )
    else:
        print(f"Keys put back: {done.teruggezet}. Destroyed again: {done.opnieuw_vernietigd}.")
        print(f"What stood there is in {done.aside}; remove it when all is well.")
    for name in done.zonder_sleutel:
        _complain(f"{name}: it has no key, nothing of it can be opened")
    return FAILED if done.zonder_sleutel else DONE


def _verify(options: argparse.Namespace) -> int:
    from casustafel.acts.edge import edge
    from casustafel.acts.onderzoek import gebrek_of
    from casustafel.acts.toezicht.bevinding import open_incidenten
    from casustafel.acts.toezicht.verzegelen import checks_of_logs

    rows, found, touched = 0, [], []
    for controle in checks_of_logs():
        for one in controle.findings():
            touched.append(gebrek_of(one))
            found.append({"file": one.bestand, "covenant": str(one.convenant_id), "index": one.plaats, "what": one.wat})
            if not options.json:
                _complain(f"{one.bestand}, covenant {one.convenant_id}, index {one.plaats}: {one.wat}")
        rows += controle.rows
    open_incidenten(touched, edge=edge())
    if options.json:
        print(json.dumps({"rows": rows, "findings": found}, indent=1))
    else:
        print(f"{rows} rows checked, {len(found)} findings.")
    return FAILED if found else DONE


def _checkpoint(options: argparse.Namespace) -> int:
    from casustafel.acts.toezicht.verzegelen import checkpoints

    found = checkpoints()
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        print("\n".join(f"{one['key']}\n\n{one['checkpoint']}" for one in found))
    return DONE


def _prove(options: argparse.Namespace) -> int:
    from casustafel.acts.toezicht.verzegelen import prove

    found = prove(options.row)
    if not found:
        _complain(f"There is no sealed row {options.row} in any file.")
        return FAILED
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for one in found:
            print(f"{one['file']}, covenant {one['covenant']}, index {one['index']}, leaf {one['leaf']}")
            print("\n".join(one["proof"]) + f"\n\n{one['checkpoint']}")
    return DONE


def _serve(options: argparse.Namespace) -> int:
    from casustafel.conf.serve import serve

    return serve(port=options.port, workers=options.workers)


def _table(rows: Sequence[dict[str, Any]], *, as_json: bool) -> int:
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return DONE
    for row in rows:
        print("\t".join(", ".join(v) if isinstance(v, list) else str(v) for v in row.values()))
    return DONE


def _articles(options: argparse.Namespace) -> int:
    from casustafel.conf.lists import articles

    return _table(articles(), as_json=options.json)


def _acts(options: argparse.Namespace) -> int:
    from casustafel.conf.lists import acts

    return _table(acts(), as_json=options.json)


def _doors(options: argparse.Namespace) -> int:
    from casustafel.conf.lists import doors

    return _table(doors(), as_json=options.json)


def _openapi(_options: argparse.Namespace) -> int:
    from casustafel.api.contract import written

    print(written(), end="")
    return DONE
