#include "crm_service/clients/identity/emails_in.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>

#include "crm_service/clients/identity/email_domain.h"
#include "crm_service/clients/identity/plain_text.h"

namespace voronka::crm {
namespace {

using icu::UnicodeString;

// The apostrophe of printed texts, which phones put into words.
constexpr UChar32 kApostrophe = 0x2019;

bool IsOneOf(const char16_t* signs, UChar32 c) { return UnicodeString(signs).indexOf(c) >= 0; }

bool IsLetterOrDigit(UChar32 c) { return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

// What RFC 5322 allows without quotes, but for what stands between two addresses in texts: `/` and `|`.
bool MayBeInLocalPart(UChar32 c) { return IsLetterOrDigit(c) || c == kApostrophe || IsOneOf(u".!#$%&'*+-=?^_`{}~", c); }

// Before an address, and in the beginning of none that people use.
bool IsBeforeAddress(UChar32 c) { return IsOneOf(u"'`*\u2018\u2019", c); }

// Words that belong to no address, though nothing but a sign stands between the two.
bool IsLabel(const UnicodeString& word) {
  static const std::array<UnicodeString, 5> labels = {u"mailto", u"email", u"e-mail", u"mail", u"почта"};
  return std::ranges::find(labels, LowerCase(word)) != labels.end();
}

bool IsRussian(const UnicodeString& word) {
  return !word.isEmpty() && u_isalpha(word.char32At(0)) != 0 && word.char32At(0) >= 0x80;
}

// Reads the addresses around the signs @ of a text. Positions are those of UTF-16.
class EmailReader {
 public:
  explicit EmailReader(const UnicodeString& text) : text_(text) {}

  EmailsRead Read() {
    for (int32_t at = text_.indexOf(u'@'); at >= 0; at = text_.indexOf(u'@', std::max(at + 1, from_))) ReadAround(at);
    return std::move(read_);
  }

 private:
  void ReadAround(int32_t at) {
    const int32_t begin = BeginOfLocalPart(at);
    const int32_t end = EndOfDomain(at + 1);
    // `@petr` is a name in a messenger.
    if (begin == at && text_.tempSubStringBetween(at + 1, end).indexOf(u'.') < 0) return;
    const auto address = Address(begin, at, end);
    if (!address) {
      read_.is_all_clear = false;
      return;
    }
    if (std::ranges::find(read_.addresses, *address) == read_.addresses.end()) read_.addresses.push_back(*address);
    from_ = IsInLink(begin) ? EndOfLink(end) : end;
    last_end_ = from_;
  }

  std::optional<std::string> Address(int32_t begin, int32_t at, int32_t end) const {
    const auto local = LowerCase(text_.tempSubStringBetween(begin, at));
    if (!IsLocalPart(local) || !IsClearWhereItBegins(begin) || !IsClearWhereItEnds(begin, end)) return std::nullopt;
    const auto domain = EmailDomain(text_.tempSubStringBetween(at + 1, end));
    if (!domain) return std::nullopt;
    std::string address;
    (local + u'@' + *domain).toUTF8String(address);
    // Some letters become others when they are read again.
    return PlainText(address) == address ? std::optional(address) : std::nullopt;
  }

  static bool IsLocalPart(const UnicodeString& local) {
    return !local.isEmpty() && !local.startsWith(".") && !local.endsWith(".") && local.indexOf("..") < 0 &&
           !MixesScripts(local);
  }

  int32_t BeginOfLocalPart(int32_t at) const {
    int32_t begin = BeginOfWord(at);
    for (int32_t next = AfterSign(begin, at); next != begin; next = AfterSign(begin, at)) begin = next;
    return begin;
  }

  int32_t BeginOfWord(int32_t end) const {
    int32_t begin = end;
    while (begin > from_ && MayBeInLocalPart(Before(begin))) begin = text_.moveIndex32(begin, -1);
    return begin;
  }

  // Skips a quotation mark, and the label of `email=a@b.ru`.
  int32_t AfterSign(int32_t begin, int32_t at) const {
    if (begin < at && IsBeforeAddress(text_.char32At(begin))) return begin + 1;
    const int32_t sign = text_.indexOf(u'=', begin, at - begin);
    return sign > begin && IsLabel(text_.tempSubStringBetween(begin, sign)) ? sign + 1 : begin;
  }

  // Without the full stops of a sentence.
  int32_t EndOfDomain(int32_t begin) const {
    int32_t end = begin;
    while (end < text_.length() && MayBeInDomain(text_.char32At(end))) end = text_.moveIndex32(end, 1);
    while (end > begin && text_[end - 1] == u'.') --end;
    return end;
  }

  // `petr ivanov@mail.test` may be one address with a stray blank, `petr/ivanov@mail.test` one with a sign that few
  // have: what follows may be somebody else's address.
  bool IsClearWhereItBegins(int32_t begin) const {
    if (begin == from_ || IsAfterAddress(begin)) return true;
    const UChar32 before = Before(begin);
    if (before == ':') return IsAfterLabel(begin - 1);
    return before == ' ' ? IsAfterWord(begin) : !IsOneOf(u"/|\\@", before);
  }

  // Whether what stands before the blanks is none of the words that addresses are made of.
  bool IsAfterWord(int32_t begin) const {
    while (begin > from_ && Before(begin) == ' ') --begin;
    if (begin == from_) return true;
    const UChar32 last = Before(begin);
    return last >= 0x80 || (u_isalnum(last) == 0 && !IsOneOf(u"._-+'@", last));
  }

  bool IsAfterLabel(int32_t colon) const {
    const int32_t begin = BeginOfWord(colon);
    if (begin == colon) return begin == from_ || Before(begin) == ' ';
    const auto word = text_.tempSubStringBetween(begin, colon);
    return IsLabel(word) || IsRussian(word);
  }

  // Whether nothing but a sign or a word such as `or` stands between this address and the one before.
  bool IsAfterAddress(int32_t begin) const {
    constexpr int32_t kLongest = 10;
    if (last_end_ == 0 || begin - last_end_ > kLongest) return false;
    auto between = LowerCase(text_.tempSubStringBetween(last_end_, begin));
    between.findAndReplace(" ", "");
    if (between.startsWith(".")) between.remove(0, 1);
    return between == u"and" || between == u"or" || between.length() <= 1;
  }

  // `a@b.ru?bcc=c@d.ru` may add a recipient.
  bool IsClearWhereItEnds(int32_t begin, int32_t end) const {
    if (end == text_.length() || IsInLink(begin)) return true;
    const UChar32 next = text_.char32At(end);
    if (next == '@') return false;
    const bool is_last = end + 1 == text_.length() || text_[end + 1] == u' ';
    return is_last || !IsOneOf(u"?&=#%+~$^{}\\:", next);
  }

  bool IsInLink(int32_t begin) const {
    const UnicodeString scheme = u"mailto:";
    return LowerCase(text_.tempSubStringBetween(std::max(from_, begin - scheme.length()), begin)) == scheme;
  }

  // What a link adds to its address, such as a subject.
  int32_t EndOfLink(int32_t end) const {
    if (end == text_.length() || text_[end] != u'?') return end;
    while (end < text_.length() && !IsOneOf(u" ,;<>()[]\"", text_.char32At(end))) end = text_.moveIndex32(end, 1);
    return end;
  }

  UChar32 Before(int32_t position) const { return text_.char32At(text_.moveIndex32(position, -1)); }

  const UnicodeString& text_;
  EmailsRead read_;
  // What stands before has been read.
  int32_t from_ = 0;
  // The end of the address that was read last; 0: none was.
  int32_t last_end_ = 0;
};

}  // namespace

EmailsRead ReadEmails(const std::string& text) {
  const auto plain = UnicodeString::fromUTF8(PlainText(text));
  return EmailReader(plain).Read();
}

std::vector<std::string> EmailsIn(const std::string& text) { return ReadEmails(text).addresses; }

}  // namespace voronka::crm
