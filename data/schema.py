"""DDL and column comments, derived from the contracts."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from inspect import getdoc
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from data.contracts import CONTRACTS, Contract

_TYPES: dict[type, str] = {str: "VARCHAR", int: "INTEGER", bool: "BOOLEAN", float: "DOUBLE", date: "DATE"}


def statements() -> Iterator[str]:
    """Every CREATE TABLE and COMMENT of the warehouse, in order."""
    for contract in CONTRACTS:
        yield _create(contract)
        yield f"COMMENT ON TABLE {contract.table} IS {_quoted(meaning(contract))}"
        for column, field in columns(contract).items():
            yield f'COMMENT ON COLUMN {contract.table}."{column}" IS {_quoted(field.description or "")}'


def columns(contract: type[Contract]) -> dict[str, FieldInfo]:
    """Column name -> its declaration, in the order of the table."""
    return {field.alias or name: field for name, field in contract.model_fields.items()}


def meaning(contract: type[Contract]) -> str:
    """The first line of the contract's docstring."""
    return (getdoc(contract) or "").splitlines()[0]


def _create(contract: type[Contract]) -> str:
    parts = [f'"{name}" {_column_type(name, field)}' for name, field in columns(contract).items()]
    if contract.key:
        parts.append(f"PRIMARY KEY ({', '.join(contract.key)})")
    return f"CREATE TABLE {contract.table} ({', '.join(parts)})"


def _column_type(name: str, field: FieldInfo) -> str:
    annotation, metadata, optional = _plain(field)
    suffix = "" if optional else " NOT NULL"
    if annotation is Decimal:
        digits = next(m.max_digits for m in metadata if hasattr(m, "max_digits"))
        places = next(m.decimal_places for m in metadata if hasattr(m, "decimal_places"))
        return f"DECIMAL({digits},{places}){suffix}"
    if get_origin(annotation) is tuple:
        of = get_args(annotation)[0]
        return f"{_struct(of) if issubclass(of, BaseModel) else 'VARCHAR'}[]{suffix}"
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        values = ", ".join(_quoted(member.value) for member in annotation)
        return f'VARCHAR{suffix} CHECK ("{name}" IN ({values}))'
    return _TYPES[annotation] + suffix


def _struct(model: type[BaseModel]) -> str:
    """A list of models is a list of structs; a struct holds no constraints."""
    fields = {name: _column_type(name, field).partition(" ")[0] for name, field in model.model_fields.items()}
    listed = ", ".join(f'"{name}" {kind}' for name, kind in fields.items())
    return f"STRUCT({listed})"


def _plain(field: FieldInfo) -> tuple[Any, list[Any], bool]:
    """The annotation without `Annotated` and `| None`, its metadata, and whether None is allowed."""
    annotation, metadata, optional = field.annotation, list(field.metadata), False
    if get_origin(annotation) is UnionType or NoneType in get_args(annotation):
        optional = True
        annotation = next(arm for arm in get_args(annotation) if arm is not NoneType)
    if get_origin(annotation) is Annotated:
        annotation, *extras = get_args(annotation)
        for extra in extras:
            metadata.extend(extra.metadata if isinstance(extra, FieldInfo) else [extra])
    return annotation, metadata, optional


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
