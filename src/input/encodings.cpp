// Labels as in the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels): "latin1", "ascii" and
// "iso-8859-1" all mean windows-1252, because that is what pages labelled so contain.
//
// iconv knows most encodings under other names and in stricter forms; the column `iconv_name` takes the widest form
// that glibc has (cp932 for shift_jis, gb18030 for gbk, cp949 for euc-kr), as the standard does.
// "x-user-defined" stands under windows-1252, which is what the standard makes of it in a meta tag.
#include "input/encodings.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klartext {
namespace {

using enum EncodingFamily;

// clang-format off
constexpr std::array kEncodings = std::to_array<Encoding>({
    // The first four are reached by position, see below.
    {"UTF-8", "UTF-8", utf8, "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"},
    {"windows-1252", "CP1252", single_byte,
     "windows-1252 iso-8859-1 latin1 ascii us-ascii ansi_x3.4-1968 cp1252 cp819 csisolatin1 ibm819 iso-ir-100 "
     "iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 x-cp1252 x-user-defined"},
    {"UTF-16LE", "UTF-16LE", utf16_le, "utf-16 utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff"},
    {"UTF-16BE", "UTF-16BE", utf16_be, "utf-16be unicodefffe"},
    {"IBM866", "CP866", single_byte, "866 cp866 csibm866 ibm866"},
    {"ISO-8859-2", "ISO-8859-2", single_byte,
     "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    {"ISO-8859-3", "ISO-8859-3", single_byte,
     "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    {"ISO-8859-4", "ISO-8859-4", single_byte,
     "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    {"ISO-8859-5", "ISO-8859-5", single_byte,
     "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    {"ISO-8859-6", "ISO-8859-6", single_byte,
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i "
     "iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    {"ISO-8859-7", "ISO-8859-7", single_byte,
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
     "iso_8859-7:1987 sun_eu_greek"},
    {"ISO-8859-8", "ISO-8859-8", single_byte,
     "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
     "iso_8859-8:1988 visual"},
    {"ISO-8859-8-I", "ISO-8859-8", single_byte, "csiso88598i iso-8859-8-i logical"},
    {"ISO-8859-10", "ISO-8859-10", single_byte, "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {"ISO-8859-13", "ISO-8859-13", single_byte, "iso-8859-13 iso8859-13 iso885913"},
    {"ISO-8859-14", "ISO-8859-14", single_byte, "iso-8859-14 iso8859-14 iso885914"},
    {"ISO-8859-15", "ISO-8859-15", single_byte, "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    {"ISO-8859-16", "ISO-8859-16", single_byte, "iso-8859-16"},
    {"KOI8-R", "KOI8-R", single_byte, "cskoi8r koi koi8 koi8-r koi8_r"},
    {"KOI8-U", "KOI8-U", single_byte, "koi8-u koi8-ru"},
    {"macintosh", "MACINTOSH", single_byte, "csmacintosh mac macintosh x-mac-roman"},
    {"windows-874", "CP874", single_byte, "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    {"windows-1250", "CP1250", single_byte, "cp1250 windows-1250 x-cp1250"},
    {"windows-1251", "CP1251", single_byte, "cp1251 windows-1251 x-cp1251"},
    {"windows-1253", "CP1253", single_byte, "cp1253 windows-1253 x-cp1253"},
    {"windows-1254", "CP1254", single_byte,
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 "
     "x-cp1254"},
    {"windows-1255", "CP1255", single_byte, "cp1255 windows-1255 x-cp1255"},
    {"windows-1256", "CP1256", single_byte, "cp1256 windows-1256 x-cp1256"},
    {"windows-1257", "CP1257", single_byte, "cp1257 windows-1257 x-cp1257"},
    {"windows-1258", "CP1258", single_byte, "cp1258 windows-1258 x-cp1258"},
    {"x-mac-cyrillic", "MAC-UK", single_byte, "x-mac-cyrillic x-mac-ukrainian"},
    {"GBK", "GB18030", multi_byte,
     "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"},
    {"gb18030", "GB18030", multi_byte, "gb18030"},
    {"Big5", "BIG5-HKSCS", multi_byte, "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    {"EUC-JP", "EUC-JP-MS", multi_byte, "cseucpkdfmtjapanese euc-jp x-euc-jp"},
    {"ISO-2022-JP", "ISO-2022-JP", multi_byte, "csiso2022jp iso-2022-jp"},
    {"Shift_JIS", "CP932", multi_byte, "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"},
    {"EUC-KR", "CP949", multi_byte,
     "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"},
});
// clang-format on

bool has_label(std::string_view labels, std::string_view wanted) {
  while (!labels.empty()) {
    const auto end = std::min(labels.find(' '), labels.size());
    if (labels.substr(0, end) == wanted) return true;
    labels.remove_prefix(std::min(end + 1, labels.size()));
  }
  return false;
}

std::string_view trim_ascii(std::string_view text) {
  constexpr std::string_view kSpace = "\t\n\f\r ";
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace

const Encoding* find_encoding(std::string_view label) {
  const std::string wanted = lower_ascii(trim_ascii(label));
  const auto* row =
      std::find_if(kEncodings.begin(), kEncodings.end(), [&](const auto& e) { return has_label(e.labels, wanted); });
  return wanted.empty() || row == kEncodings.end() ? nullptr : row;
}

const Encoding& utf8_encoding() { return kEncodings[0]; }
const Encoding& windows_1252_encoding() { return kEncodings[1]; }
const Encoding& utf16_encoding(bool big_endian) { return kEncodings[big_endian ? 3 : 2]; }

}  // namespace klartext
