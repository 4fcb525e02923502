"""Sealing a Massachusetts record: by mail, by a judge, by itself."""

from homeward.law.us.ma.sealing import by_mail

__all__ = ["by_mail"]
