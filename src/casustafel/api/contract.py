"""Make the published contract (OpenAPI 3.1) from the table: `casustafel openapi` prints it."""

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from pydantic import BaseModel
from pydantic.alias_generators import to_camel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, models_json_schema

from casustafel.api.intake import MOST_DIGITS
from casustafel.api.problem import MEDIA_TYPE, TASK_HEADER, Problem
from casustafel.api.routes import BASE, ROUTES, Route
from casustafel.api.service import api
from casustafel.convenant.feit import Taak

Json = dict[str, Any]
SCHEMAS: Final = "#/components/schemas/"
CONTACT: Final = {
    "name": "Casustafel contributors",
    "email": "api@casustafel.example",
    "url": "https://example.org/casustafel",
}
ERRORS: Final = {
    HTTPStatus.BAD_REQUEST: "The request has faults; all are named.",
    HTTPStatus.UNAUTHORIZED: "There is no valid personal token.",
    HTTPStatus.FORBIDDEN: "This is not the caller's to do; each reason names its article.",
    HTTPStatus.NOT_FOUND: "This does not exist, or the caller may not know that it does.",
    HTTPStatus.CONFLICT: "This does not fit how things stand now, or somebody changed it first.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body is not application/json.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong on the side of the installation.",
}


class _Generator(GenerateJsonSchema):
    """Leave out titles that only repeat the name of a field."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Say no: the name is there already."""
        del schema
        return False


def _models() -> list[tuple[type[BaseModel], JsonSchemaMode]]:
    inputs: list[tuple[type[BaseModel], JsonSchemaMode]] = [(route.invoer, "validation") for route in ROUTES]
    outputs: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        (route.output, "serialization") for route in ROUTES if route.output is not None
    ]
    return list(dict.fromkeys([*inputs, *outputs, (Problem, "serialization")]))


def _schemas() -> tuple[Mapping[Any, Json], Json]:
    """Give a reference for each model, and all schemas by name; two models of one name get their module before it."""
    refs, found = models_json_schema(
        _models(), by_alias=True, ref_template=SCHEMAS + "{model}", schema_generator=_Generator
    )
    text = re.sub(r"casustafel__(?:\w+?__)*?(\w+?)__(\w+)", _short, json.dumps([list(refs.values()), found["$defs"]]))
    named, schemas = json.loads(text)
    return dict(zip(refs, named, strict=True)), dict(sorted(schemas.items()))


def _short(match: re.Match[str]) -> str:
    *_packages, module, name = match.group(0).split("__")
    return f"{to_camel(module)[0].upper()}{to_camel(module)[1:]}{name}"


def contract() -> Json:
    """Give the contract, as it is published."""
    refs, schemas = _schemas()
    made: Json = dict(api.get_openapi_schema(path_prefix=""))
    made["info"] |= {
        "description": "The acts of the covenant as REST. Every act is judged by the covenant's rules and logged.",
        "contact": CONTACT,
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    }
    made["servers"] = [{"url": BASE}]
    for route in ROUTES:
        _complete(made["paths"][route.path][route.method.lower()], route, refs=refs, schemas=schemas)
    for route in ROUTES:
        _strip_fed(schemas[route.invoer.__name__], route)
    used = _used(made["paths"], schemas)
    made["components"] |= {
        "schemas": {name: schema for name, schema in schemas.items() if name in used},
        "headers": {"API-Version": {"description": "The version that answers.", "schema": {"type": "string"}}},
        "parameters": {"taak": _task_parameter()},
        "responses": {_name(status): _error(text, refs=refs) for status, text in ERRORS.items()},
    }
    return made


def _complete(operation: Json, route: Route, *, refs: Mapping[Any, Json], schemas: Json) -> None:
    operation["x-article"] = list(route.articles)
    operation["parameters"] += [_query(route, name, schemas=schemas) for name in route.query]
    operation["parameters"].append({"$ref": "#/components/parameters/taak"})
    if route.method in {"POST", "PUT"}:
        content = {"application/json": {"schema": refs[route.invoer, "validation"]}}
        operation["requestBody"] = {"content": content, "required": True}
    good: Json = {"description": route.status.phrase, "headers": _headers()}
    if route.output is not None:
        good["content"] = {"application/json": {"schema": refs[route.output, "serialization"]}}
    operation["responses"] = {str(route.status.value): good} | {
        str(status.value): {"$ref": f"#/components/responses/{_name(status)}"} for status in _errors(route)
    }


def _errors(route: Route) -> list[HTTPStatus]:
    body_only = {HTTPStatus.CONFLICT, HTTPStatus.UNSUPPORTED_MEDIA_TYPE}
    return [status for status in ERRORS if route.method in {"POST", "PUT"} or status not in body_only]


def _name(status: HTTPStatus) -> str:
    return status.phrase.replace(" ", "")


def _query(route: Route, name: str, *, schemas: Json) -> Json:
    """Describe a query key. One that may be left out has no value for that in an address: only the kind it has."""
    schema = dict(schemas[route.invoer.__name__]["properties"][to_camel(name)])
    if "anyOf" in schema:
        (schema,) = [dict(kind) for kind in schema["anyOf"] if kind["type"] != "null"]
    if schema["type"] == "integer":
        schema |= {"minimum": 1, "maximum": 10**MOST_DIGITS - 1}
    return {"in": "query", "name": to_camel(name), "schema": schema, "required": False}


def _task_parameter() -> Json:
    return {
        "in": "header",
        "name": TASK_HEADER,
        "required": False,
        "description": "The task for which an uitvoerder opens a file. Covenant 5.",
        "schema": {"type": "string", "enum": [taak.value for taak in Taak]},
    }


def _headers() -> Json:
    return {"API-Version": {"$ref": "#/components/headers/API-Version"}}


def _error(text: str, *, refs: Mapping[Any, Json]) -> Json:
    content = {MEDIA_TYPE: {"schema": refs[Problem, "serialization"]}}
    return {"description": text, "headers": _headers(), "content": content}


def _strip_fed(schema: Json, route: Route) -> None:
    """Leave in the schema of a body only what the body feeds."""
    fields = {to_camel(name) for name in route.body}
    schema["properties"] = {name: found for name, found in schema.get("properties", {}).items() if name in fields}
    if "required" in schema:
        schema["required"] = [name for name in schema["required"] if name in fields]


def _used(part: object, schemas: Json) -> set[str]:
    """Give the names of the schemas that the endpoints and the problems reach."""
    names: set[str] = set()
    waiting = [json.dumps(part), f'"{SCHEMAS}{Problem.__name__}"']
    while waiting:
        for name in re.findall(rf'"{SCHEMAS}([^"]+)"', waiting.pop()):
            if name not in names:
                names.add(name)
                waiting.append(json.dumps(schemas[name]))
    return names


def written() -> str:
    """Give the contract as the file has it."""
    return json.dumps(contract(), ensure_ascii=False, indent=2) + "\n"
