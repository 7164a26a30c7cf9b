#!/usr/bin/env python3
"""Takes the archive time stamps out of a XAdES signature, with what they are over.

usage: archive_stamps.py SIGNATURES_XML CONTAINER_FOLDER OUT_FOLDER

Writes archive-N.der (the token) and archive-N.data (the octets of ETSI EN 319 132-1, 5.5.2) for each, and
prints how many there are. Uses nothing but Python's own XML and C14N, so that the sandbox is not judged by
itself. Knows exclusive canonical form only, which is what the sandbox writes.
"""
import base64
import pathlib
import sys
import urllib.parse
import xml.parsers.expat
from xml.etree.ElementTree import canonicalize

DS = "http://www.w3.org/2000/09/xmldsig#"
XADES = "http://uri.etsi.org/01903/v1.3.2#"
XADES141 = "http://uri.etsi.org/01903/v1.4.1#"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"


class Element:
    def __init__(self, tag, attributes, parent, start):
        self.tag, self.attributes, self.parent, self.start = tag, attributes, parent, start
        self.children, self.end, self.text = [], None, ""
        self.namespaces = dict(parent.namespaces) if parent else {}
        self.declared = {}
        for name, value in attributes.items():
            if name == "xmlns" or name.startswith("xmlns:"):
                self.declared[name] = value
        self.namespaces.update(self.declared)
        prefix, _, local = tag.rpartition(":")
        self.name = (self.namespaces.get("xmlns:" + prefix if prefix else "xmlns"), local)

    def all(self, uri, local):
        found = [self] if self.name == (uri, local) else []
        for child in self.children:
            found += child.all(uri, local)
        return found

    def only(self, uri, local):
        (one,) = [child for child in self.children if child.name == (uri, local)]
        return one


def parse(raw):
    parser = xml.parsers.expat.ParserCreate()
    stack, roots = [], []

    def begin(tag, attributes):
        element = Element(tag, attributes, stack[-1] if stack else None, parser.CurrentByteIndex)
        (stack[-1].children if stack else roots).append(element)
        stack.append(element)

    def end(_tag):
        element = stack.pop()
        element.end = raw.index(b">", parser.CurrentByteIndex) + 1

    def text(data):
        stack[-1].text += data

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = text
    parser.Parse(raw, True)
    return roots[0]


def canonical(raw, element):
    """The element alone, with the namespaces that it has from outside; what it does not use, C14N drops."""
    text = raw[element.start : element.end].decode()
    inherited = "".join(
        f' {name}="{value}"' for name, value in element.namespaces.items() if name not in element.declared
    )
    head = 1 + len(element.tag)
    return canonicalize(text[:head] + inherited + text[head:]).encode()


def referenced(raw, signature, reference, folder):
    uri = urllib.parse.unquote(reference.attributes["URI"])
    if not uri.startswith("#"):
        return (folder / uri).read_bytes()
    (transform,) = reference.all(DS, "Transform")
    assert transform.attributes["Algorithm"] == EXCLUSIVE, transform.attributes
    (target,) = [e for e in every(signature) if e.attributes.get("Id") == uri[1:]]
    return canonical(raw, target)


def every(element):
    yield element
    for child in element.children:
        yield from every(child)


def covered(raw, signature, stamp, folder):
    info = signature.only(DS, "SignedInfo")
    octets = b"".join(referenced(raw, signature, r, folder) for r in info.all(DS, "Reference"))
    parts = [info, signature.only(DS, "SignatureValue")]
    parts += [child for child in signature.children if child.name == (DS, "KeyInfo")]
    siblings = stamp.parent.children
    parts += siblings[: siblings.index(stamp)]
    parts += [
        child
        for child in signature.children
        if child.name == (DS, "Object") and not child.all(XADES, "QualifyingProperties")
    ]
    (method,) = stamp.all(DS, "CanonicalizationMethod")
    assert method.attributes["Algorithm"] == EXCLUSIVE, method.attributes
    return octets + b"".join(canonical(raw, part) for part in parts)


def main():
    raw = pathlib.Path(sys.argv[1]).read_bytes()
    folder, out = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    count = 0
    for signature in parse(raw).all(DS, "Signature"):
        for stamp in signature.all(XADES141, "ArchiveTimeStamp"):
            (token,) = stamp.all(XADES, "EncapsulatedTimeStamp")
            (out / f"archive-{count}.der").write_bytes(base64.b64decode(token.text))
            (out / f"archive-{count}.data").write_bytes(covered(raw, signature, stamp, folder))
            count += 1
    print(count)


main()
