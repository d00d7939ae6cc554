"""An http or https address -> bytes, under caps on size, time and redirects."""

from __future__ import annotations

import ipaddress
import re
import socket
import time
import urllib.request
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from onrecord.errors import FetchError
from onrecord.sources.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    import httpx

USER_AGENT = "onrecord (news reader for research)"
_LOGIN = re.compile(r"^([^:/]+://)[^/?#]*@")
_READ_TIMEOUT_S = 10.0
_INTO_PRIVATE = "redirected into a private network, which is refused: give that address itself if you mean it"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Page(NamedTuple):
    """What came back: the bytes, the address after redirects, and the charset that the server declares."""

    data: bytes
    url: str
    charset: str | None


def fetch(url: str, limits: Limits = DEFAULT_LIMITS) -> Page:
    """The page at an address.

    Only http and https. A redirect from a public address into a private network (loopback, link-local, 10.0.0.0/8 ...) is
    refused: a page on the web could otherwise have this machine read its own router or a cloud's metadata service and put
    the answer into a ledger. Whoever names a local address himself may read it and be redirected within it. A redirect's host
    is looked up before the request, and the address it was really sent to is checked before the answer is read, so that a
    name which resolves differently the second time gains nothing. Proxies named in the environment are used; behind one, the
    proxy's own rules hold instead of the second check.

    Raises:
        FetchError: another scheme, no such host, no answer in `limits.timeout_s`, a status other than 200, more than
            `limits.max_redirects` redirects or `limits.max_fetch_bytes` bytes, or a redirect into a private network.
    """
    import httpx

    _check_url(url)
    deadline = time.monotonic() + limits.timeout_s
    timeout = httpx.Timeout(min(_READ_TIMEOUT_S, limits.timeout_s))
    headers = {"User-Agent": USER_AGENT, "Accept": "text/html,text/plain,*/*;q=0.5", "Accept-Encoding": "gzip"}
    try:
        is_local_allowed = _is_local(url)
        with httpx.Client(headers=headers, timeout=timeout, follow_redirects=False) as client:
            for hop in range(limits.max_redirects + 1):
                if hop and not is_local_allowed:
                    _refuse_local(url)
                with client.stream("GET", url) as response:
                    if hop and not is_local_allowed:
                        _refuse_local_peer(response, url)
                    if response.status_code not in _REDIRECTS:
                        return Page(_body(response, deadline, limits), url, response.charset_encoding)
                    url = _next_url(response, url)
                _check_time(deadline, limits)
    except httpx.TimeoutException:
        raise FetchError(
            f"no answer in time ({limits.timeout_s:g} s at most): try again, or save the page and give the file"
        ) from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
        raise FetchError(f"could not be read ({error or type(error).__name__}): check the address") from None
    raise FetchError(f"more than {limits.max_redirects} redirects: give the address where they end")


def without_login(url: str) -> str:
    """The address without `user:password@`, which must not come into a reading, a ledger or a message."""
    return _LOGIN.sub(r"\1", url)


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        scheme, host, _ = parts.scheme, parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(f"not a whole address ({error}): check it") from None
    if scheme not in ("http", "https") or not host:
        raise FetchError("not an http or https address: download it yourself and give the file")


def _addresses(url: str) -> list[str]:
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return [str(info[4][0]) for info in socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)]


def _is_local(url: str) -> bool:
    """Whether the address given stands for a private one only (a name that cannot be looked up is none)."""
    try:
        addresses = _addresses(url)
    except (OSError, UnicodeError):
        return False
    return bool(addresses) and all(map(_is_private, addresses))


def _is_private(address: str) -> bool:
    ip = ipaddress.ip_address(address.split("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return not (mapped or ip).is_global or ip.is_multicast


def _refuse_local(url: str) -> None:
    if any(map(_is_private, _addresses(url))):
        raise FetchError(_INTO_PRIVATE)


def _refuse_local_peer(response: httpx.Response, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme in urllib.request.getproxies() and not urllib.request.proxy_bypass(parts.hostname or ""):
        return
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if peer and _is_private(str(peer[0])):
        raise FetchError(_INTO_PRIVATE)


def _next_url(response: httpx.Response, url: str) -> str:
    location = response.headers.get("location")
    if not location:
        raise FetchError(f"status {response.status_code} without an address to go to")
    url = urljoin(url, location)
    _check_url(url)
    return url


def _body(response: httpx.Response, deadline: float, limits: Limits) -> bytes:
    if response.status_code != 200:
        raise FetchError(
            f"the server answered with status {response.status_code}: check the address, or save the page and give the file"
        )
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > limits.max_fetch_bytes:
            raise FetchError(f"more than {limits.max_fetch_bytes:,} bytes: save the page and give the part with the article")
        _check_time(deadline, limits)
    return bytes(data)


def _check_time(deadline: float, limits: Limits) -> None:
    if time.monotonic() > deadline:
        raise FetchError(f"not done after {limits.timeout_s:g} s: try again, or save the page and give the file")
