"""Records whose plain data, as reports give it, is their fields."""

from typing import Any, ClassVar

from attrs import fields


class Plain:
    """Base of records (attrs) whose fields are text, numbers, None, or tuples of such or of records."""

    __slots__ = ()
    __attrs_attrs__: ClassVar[Any]

    def to_dict(self) -> dict[str, Any]:
        """The fields in their order, by name; tuples as lists, records as dicts."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(type(self))}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.to_dict() if isinstance(value, Plain) else value
