"""How requests of LMS adapters reach their LMS: HTTPS by the standard library, and nothing that could be talked into
going elsewhere."""
from __future__ import annotations

import http.client
import ipaddress
import logging
import socket
import ssl
import time
import urllib.parse
from typing import Any, Protocol

from .records import HttpAnswer, HttpHeader, HttpRequest

__all__ = ["HttpTransport", "Transport"]

log = logging.getLogger("provost.lms")


class Transport(Protocol):
    """Whoever carries a request to the LMS and its answer back; any callable will do. Since 0.1.

    It puts the secret in where ``request.secret`` says, and never raises for what happened on the way:
    ``transported`` is "not_sent" when nothing left, and "answer_lost" when nobody knows what the LMS did.
    """

    def __call__(self, request: HttpRequest) -> HttpAnswer: ...


class HttpTransport:
    """Requests over HTTPS. Since 0.1.

    ``url`` is the address of the LMS and ``token`` its secret, which goes into a header or the body, never into a URL or
    a log. Certificates are verified, always. No redirect is followed and no proxy of the environment used. Addresses
    of private networks are refused, unless ``allow_private`` says that the LMS is in one; only then may it be plain
    HTTP. An answer of more than ``most_bytes`` is not read to its end.

    With the logger ``provost.lms`` at DEBUG each request and answer is written in full, the secret masked: then the log
    holds personal values.
    """

    def __init__(self, url: str, token: str, *, timeout: float = 60, most_bytes: int = 64 << 20,
                 allow_private: bool = False, certificates: ssl.SSLContext | None = None) -> None:
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("https", "http") or not parts.hostname or parts.username or parts.query:
            raise ValueError("the address must be like https://moodle.example.org, without a user or a query")
        if parts.scheme == "http" and not allow_private:
            raise ValueError("the address must begin with https:// unless the LMS is in a private network")
        if certificates is not None and (certificates.verify_mode != ssl.CERT_REQUIRED
                                         or not certificates.check_hostname):
            raise ValueError("certificates must be verified")
        if not token or not token.isascii() or not token.isprintable():
            raise ValueError("the token must be printable ASCII")
        self._parts = parts
        self._token = token
        self._timeout = timeout
        self._most_bytes = most_bytes
        self._allow_private = allow_private
        self._certificates = certificates or ssl.create_default_context()

    def __repr__(self) -> str:
        return f"HttpTransport({self._parts.scheme}://{self._parts.netloc}{self._parts.path})"

    def __call__(self, request: HttpRequest) -> HttpAnswer:
        """Carries out one request, on a connection of its own. Since 0.1."""
        headers, body = self._dressed(request)
        method, path = request.method or "GET", self._parts.path.rstrip("/") + (request.path or "/")
        log.debug("%s %s\n%s", method, path, self._masked(body))
        connection = self._connection()
        try:
            connection.connect()
        except (OSError, ValueError) as problem:
            log.debug("not sent: %s", problem)
            connection.close()
            return HttpAnswer(id=request.id, transported="not_sent")
        try:
            connection.request(method, path, body.encode() or None, headers)
            return self._answer(request, connection.getresponse())
        except (OSError, http.client.HTTPException) as problem:
            log.debug("answer lost: %s", problem)
            return HttpAnswer(id=request.id, transported="answer_lost")
        finally:
            connection.close()

    def _dressed(self, request: HttpRequest) -> tuple[dict[str, str], str]:
        """Headers and body with the secret in its place."""
        headers = {line.name: line.value or "" for line in request.headers}
        headers.update({"Accept": "application/json", "Connection": "close", "User-Agent": "provost"})
        body = request.body or ""
        if request.secret == "bearer":
            headers["Authorization"] = "Bearer " + self._token
        elif request.secret == "form_field":
            field = urllib.parse.urlencode({request.secret_field or "token": self._token})
            body = body + "&" + field if body else field
        return headers, body

    def _answer(self, request: HttpRequest, response: http.client.HTTPResponse) -> HttpAnswer:
        deadline = time.monotonic() + self._timeout  # of the whole body: a drop a minute is no answer
        pieces, size = [], 0
        while piece := response.read(1 << 16):
            pieces.append(piece)
            size += len(piece)
            if size > self._most_bytes or time.monotonic() > deadline:
                log.debug("answer of more than %d bytes or %s seconds is given up", self._most_bytes, self._timeout)
                return HttpAnswer(id=request.id, transported="answer_lost")
        body = b"".join(pieces).decode("utf-8", "replace")
        log.debug("%d\n%s", response.status, self._masked(body))
        told = [HttpHeader(name=name, value=value[:8000]) for name, value in response.getheaders() if len(name) <= 200]
        return HttpAnswer(id=request.id, status=response.status, headers=told, body=body)

    def _masked(self, text: str) -> str:
        return text.replace(urllib.parse.quote_plus(self._token), "***").replace(self._token, "***")

    def _connection(self) -> http.client.HTTPConnection:
        host, port = self._parts.hostname or "", self._parts.port
        if self._parts.scheme == "https":
            made: http.client.HTTPConnection = http.client.HTTPSConnection(
                host, port, timeout=self._timeout, context=self._certificates)
        else:
            made = http.client.HTTPConnection(host, port, timeout=self._timeout)
        # The address that was looked at is the one that is connected to: a second look-up could give another.
        made._create_connection = self._connect  # type: ignore[attr-defined]
        return made

    def _connect(self, address: tuple[str, int], timeout: float, *_: Any) -> socket.socket:
        problem: Exception = OSError("there is no such host")
        for family, kind, protocol, _name, place in socket.getaddrinfo(*address, type=socket.SOCK_STREAM):
            if not self._allow_private and not is_public(str(place[0])):
                problem = ValueError("the address lies in a private network")
                continue
            made = socket.socket(family, kind, protocol)
            made.settimeout(timeout)
            try:
                made.connect(place)
                return made
            except OSError as refused:
                made.close()
                problem = refused
        raise problem


def is_public(address: str) -> bool:
    """Whether an address lies in the public internet, seen through the ways in which IPv6 wraps IPv4."""
    place = ipaddress.ip_address(address.split("%")[0])
    if isinstance(place, ipaddress.IPv6Address):
        inner = place.ipv4_mapped or place.sixtofour or (place.teredo or (None, None))[1]
        if inner is None and place in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(place) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return place.is_global and not place.is_multicast
