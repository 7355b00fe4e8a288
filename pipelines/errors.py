"""What can go wrong for reasons that are the user's to mend: one clear sentence and an exit code each."""

from __future__ import annotations

import errno


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


def as_known(error: BaseException) -> PlanwatchError | None:
    """The error as one of ours: itself, a disk that has no room or refuses to be written, or too little memory."""
    if isinstance(error, PlanwatchError):
        return error
    # EFBIG: a limit on the size of one file, which a user's shell or a service may set.
    is_full = getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} or any(
        words in str(error) for words in ("No space left", "File too large", "Disk quota exceeded")
    )
    if is_full:
        return ConfigurationError(
            "There is no room left on the disk of the warehouse. Make room and run the refresh again; the published "
            "warehouse is as it was."
        )
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryException":
        return ConfigurationError(
            "There is not enough memory for a refresh. Give it more, or let fewer processes work "
            "(PLANWATCH_WORKERS=1); the published warehouse is as it was."
        )
    if getattr(error, "errno", None) in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return ConfigurationError(f"A file of the warehouse can't be written ({error}). Give access and run it again.")
    return None


def find_known(error: BaseException | None) -> PlanwatchError | None:
    """The first error of ours among an exception and its causes."""
    while error is not None:
        if known := as_known(error):
            return known
        error = error.__cause__ or error.__context__
    return None


def root_cause(error: BaseException) -> BaseException:
    """The error that all the others were raised from."""
    while (cause := error.__cause__ or error.__context__) is not None:
        error = cause
    return error
