"""What can go wrong for reasons that are the user's to mend: one clear sentence and an exit code each."""

from __future__ import annotations


class PlanwatchError(RuntimeError):
    """Base of all errors that are told without a stack trace; `exit_code` is what the command ends with."""

    exit_code = 1


class ConfigurationError(PlanwatchError):
    """A folder, a file or a setting isn't usable."""

    exit_code = 2


class AuditFailed(PlanwatchError):
    """The new state broke a rule: nothing was published."""

    exit_code = 3


class WarehouseBusy(PlanwatchError):
    """Another refresh holds the warehouse."""

    exit_code = 75


# Not an error: everything was published, but some files could not become articles.
EXIT_WITH_REJECTIONS = 4


def find_known(error: BaseException | None) -> PlanwatchError | None:
    """The first error of ours among an exception and its causes."""
    while error is not None:
        if isinstance(error, PlanwatchError):
            return error
        error = error.__cause__ or error.__context__
    return None
