"""The last step of a paper: the structure tree, and what PDF/UA-1 and PDF/A-2a ask besides.

ISO 14289-1 (PDF/UA-1) and ISO 19005-2 level a (PDF/A-2a): tags, language, title, a colour profile, and metadata that
says which of the two a file follows. Two independent checkers hold every paper against both (tests/export/pdf).
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from intake_app.export.pdf.tagged import Tag

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = "srgb.icc"
_NO_SIGN = re.compile(rb"<[0-9A-F]{2}> <0000>\n")
_COUNT = re.compile(rb"(\d+) beginbfchar")
_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_PRODUCER = "intake_app"
_LINE_ENDS = frozenset({b"\n", b"\r"})


class _Tree:
    """Turns tags into objects of the file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._parents: list[dict[int, pikepdf.Object]] = [{} for _ in self._pages]

    def write(self, root: Tag) -> pikepdf.Object:
        """Write the tree, and hang every page on it."""
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = self._element(root, top)
        numbers = Array()
        for number, (page, marks) in enumerate(zip(self._pages, self._parents, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            numbers.append(number)
            numbers.append(self._pdf.make_indirect(Array([marks[each] for each in range(len(marks))])))
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        top.ParentTreeNextKey = len(self._pages)
        return top

    def _element(self, tag: Tag, parent: pikepdf.Object) -> pikepdf.Object:
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag.role}"), P=parent))
        if tag.alt:
            made.Alt = String(tag.alt)
        attributes = _attributes(tag)
        if attributes is not None:
            made.A = attributes
        made.K = Array([self._kid(kid, made) for kid in tag.kids])
        first = next((kid for kid in tag.kids if isinstance(kid, tuple)), None)
        if first is not None:
            made.Pg = self._pages[first[0]]
        return made

    def _kid(self, kid: Tag | tuple[int, int], parent: pikepdf.Object) -> object:
        if isinstance(kid, Tag):
            return self._element(kid, parent)
        page, number = kid
        self._parents[page][number] = parent
        return Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=number)


def _attributes(tag: Tag) -> pikepdf.Object | None:
    if tag.box is not None:
        box = Array([round(each, 2) for each in tag.box])
        return Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)
    if tag.scope or tag.span > 1:
        cell = Dictionary(O=Name.Table)
        if tag.scope:
            cell.Scope = Name(f"/{tag.scope}")
        if tag.span > 1:
            cell.ColSpan = tag.span
        return cell
    if tag.role == "L":
        return Dictionary(O=Name.List, ListNumbering=Name.Decimal if tag.numbered else Name.Disc)
    return None


def finish(drawn: bytes, root: Tag, *, title: str, lang: str, fonts_dir: Path) -> bytes:
    """Return a drawn file with its tree, as PDF/UA-1 and PDF/A-2a in one; the same input gives the same bytes.

    Args:
        drawn: The file as the canvas saved it.
        root: What the canvas drew.
        title: The title of the document.
        lang: Its language, as BCP 47.
        fonts_dir: Where the fonts and the colour profile are.

    Raises:
        OSError: The colour profile is missing.
    """
    with pikepdf.open(BytesIO(drawn)) as pdf:
        top = pdf.Root
        top.StructTreeRoot = _Tree(pdf).write(root)
        top.MarkInfo = Dictionary(Marked=True)
        top.Lang = String(lang)
        top.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _add_metadata(pdf, title, lang)
        _add_profile(pdf, (fonts_dir / PROFILE).read_bytes())
        _mend_fonts(pdf)
        _pack(pdf)
        target = BytesIO()
        pdf.save(
            target,
            deterministic_id=True,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            fix_metadata_version=False,
        )
    return target.getvalue()


def _add_metadata(pdf: pikepdf.Pdf, title: str, lang: str) -> None:
    escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = _METADATA.format(title=escaped, lang=lang, producer=_PRODUCER)
    stream = pdf.make_stream(words.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(title), Producer=String(_PRODUCER)))


def _add_profile(pdf: pikepdf.Pdf, profile: bytes) -> None:
    stream = pdf.make_stream(profile)
    stream.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=stream,
    )
    pdf.Root.OutputIntents = Array([intent])
    for page in pdf.pages:
        page.obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)


def _mend_fonts(pdf: pikepdf.Pdf) -> None:
    """Take unused glyphs, which the library maps to the sign 0, out of the tables of which letter a glyph is."""
    for found in pdf.objects:
        if isinstance(found, Dictionary) and "/ToUnicode" in found:
            stream = found.ToUnicode
            table = stream.read_bytes()
            mended, taken = _NO_SIGN.subn(b"", table)
            if taken:
                count = _COUNT.search(mended)
                if count is not None:
                    fewer = str(int(count[1]) - taken).encode()
                    mended = mended[: count.start(1)] + fewer + mended[count.end(1) :]
                stream.write(mended)


def _pack(pdf: pikepdf.Pdf) -> None:
    """Compress every stream but the metadata; none ends like a line, where readers disagree on how long it is."""
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Stream) or found.get("/Type") == Name.Metadata:
            continue
        plain = found.read_bytes()
        packed = zlib.compress(plain)
        while packed[-1:] in _LINE_ENDS:
            plain += b" "  # behind the last table of a font nothing is read; the check sum must change
            packed = zlib.compress(plain)
        if "/Length1" in found:
            found.Length1 = len(plain)
        found.write(packed, filter=Name.FlateDecode)
