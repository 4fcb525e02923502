"""Partitions side by side, each worker a process of its own.

A worker whose parent is gone stops at once: it must not write into a folder
that the next run has taken over.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from homeward.screen.faults import GO_ON
from homeward.screen.job import Done, Job
from homeward.screen.problem import ScreenError
from homeward.screen.screener import Screener, Told
from homeward.screen.side_by_side import AT_ONCE


def side_by_side(job: Job, numbers: Sequence[int], workers: int, told: Told) -> Iterator[Done]:
    """Screen partitions in several processes; each as it is done.

    Raises:
        ScreenError: the first that a worker raised, or when a worker was killed.
    """
    team = [_Worker(job) for _ in range(min(workers, len(numbers)))]
    waiting = list(reversed(numbers))
    at_once = max(1, min(AT_ONCE, len(numbers) // len(team)))
    try:
        for worker in team:
            worker.give(waiting, at_once)
        while busy := [worker for worker in team if worker.busy]:
            for ready in wait([worker.pipe for worker in busy]):
                worker = next(one for one in busy if one.pipe is ready)
                done = worker.hear(told)
                if done is not None:
                    worker.give(waiting, at_once)
                    yield done
    finally:
        for worker in team:
            worker.stop()


class _Worker:
    """One process, and the pipe to it."""

    def __init__(self, job: Job) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(job, theirs), daemon=True)
        with _no_stop():
            self.process.start()
        theirs.close()
        self._given = 0

    @property
    def busy(self) -> bool:
        """Whether it has something to do."""
        return self._given > 0

    def give(self, waiting: list[int], at_once: int) -> None:
        """Give it the next partitions, if there are some and it has nothing to do."""
        if waiting and not self.busy:
            some = [waiting.pop() for _ in range(min(at_once, len(waiting)))]
            self.pipe.send(some)
            self._given = len(some)

    def hear(self, told: Told) -> Done | None:
        """Hear one message; a partition that is done, if it is of one.

        Raises:
            ScreenError: what the worker raised, or that it was killed.
        """
        try:
            message = self.pipe.recv()
        except (EOFError, OSError):
            msg = f"a worker was stopped from outside (often for want of memory): {GO_ON}"
            raise ScreenError(msg) from None
        if isinstance(message, BaseException):
            raise message
        if isinstance(message, Done):
            self._given -= 1
            return message
        told(*message)
        return None

    def stop(self) -> None:
        """Stop it."""
        self.pipe.close()
        self.process.terminate()
        self.process.join()


@contextmanager
def _no_stop() -> Iterator[None]:
    """Keep Ctrl-C waiting: a process started meanwhile never hears of it, nor does its import."""
    if not hasattr(signal, "pthread_sigmask"):  # where there are no signals to hold back
        yield
        return
    resource_tracker.ensure_running()  # it lets signals through again as it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(job: Job, pipe: Connection) -> None:
    """Screen the partitions that come through the pipe, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent ends this one
    orders = _Orders(pipe)
    try:
        screener = Screener(job)
        while True:
            for done in screener.run_all(orders.next(), lambda *share: pipe.send(share)):
                pipe.send(done)
    except ScreenError as problem:
        with suppress(OSError):
            pipe.send(problem)


class _Orders:
    """The numbers that come through the pipe, read by a thread that ends with the parent."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._numbers: list[list[int]] = []
        self._come = threading.Semaphore(0)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                self._numbers.append(self._pipe.recv())
            except (EOFError, OSError):
                os._exit(1)
            self._come.release()

    def next(self) -> list[int]:
        """Wait for the next numbers."""
        self._come.acquire()
        return self._numbers.pop(0)
