#include "crm_service/clients/identity/phones_in.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>
#include <utility>

#include "crm_service/clients/identity/no_phone.h"
#include "crm_service/clients/identity/phone_number.h"
#include "crm_service/clients/identity/plain_text.h"
#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/text_checks.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {
namespace {

// Numbers of small towns have five digits; what is shorter is an extension, an hour or a house.
constexpr size_t kFewestDigits = 5;
constexpr size_t kMostDigitsOfExtension = 6;

size_t CountDigits(std::string_view text) {
  return std::ranges::count_if(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string OnlyDigits(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](unsigned char c) { return std::isdigit(c) != 0; });
  return digits;
}

std::vector<std::string_view> PartsOf(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

// Spreadsheets write `79161234567.0`.
std::string_view WithoutFraction(std::string_view run) {
  static const RE2 fraction(R"(([+]?\d{10,15})[.]0+ *)");
  re2::StringPiece number;
  return RE2::FullMatch(re2::StringPiece(run.data(), run.size()), fraction, &number)
             ? std::string_view(number.data(), number.size())
             : run;
}

// Written so that no digit before can belong to it: `8 916 123-45-67`, `79161234567`.
bool IsDialledWhole(std::string_view run) {
  return CountDigits(run) == 11 && (run.starts_with('8') || run.starts_with('7'));
}

// Digits in a mail address are no phone, but WhatsApp calls people by their number.
std::string WithoutAddresses(std::string text) {
  static const RE2 messenger(R"(@(?:c[.]us|s[.]whatsapp[.]net))");
  static const RE2 address(R"([^\s,;<>()/|]*@[^\s,;<>()/|]*)");
  RE2::GlobalReplace(&text, messenger, " ");
  RE2::GlobalReplace(&text, address, "@");
  return text;
}

std::string_view UpToLastDigit(std::string_view run) { return run.substr(0, run.find_last_of("0123456789") + 1); }

size_t LongestTypedPhone() {
  const auto* phones = v1::Contact::descriptor()->FindFieldByNumber(v1::Contact::kPhonesFieldNumber);
  return rpc::FieldRules::Of(*phones).max_length;
}

class PhoneReader {
 public:
  explicit PhoneReader(const std::string& plain) : plain_(plain) {}

  std::vector<ContactPoint> Read() {
    // A run of digits and signs, maybe after a word that makes it an extension.
    static const RE2 form(
        R"re((?i)((?:^|[^\p{L}])(?:доб\p{L}*|доп\p{L}*|внутр\p{L}*|вн|ext|extn|extension|x)[.=: ]*(?:no)?[. ]*|[,#*])?)re"
        R"re(([+(]*\d[\d().\-/ ]*))re");
    std::string label;
    re2::StringPiece run;
    for (re2::StringPiece rest(plain_); RE2::FindAndConsume(&rest, form, &label, &run);) {
      const size_t begin = run.data() - plain_.data();
      surroundings_ = {.before = std::string_view(plain_).substr(0, begin),
                       .after = std::string_view(plain_).substr(begin + run.size())};
      label.empty() ? ReadRun({run.data(), run.size()}) : ReadLabelled({run.data(), run.size()});
    }
    if (!has_read_) KeepAsTyped();
    return OnceEach();
  }

 private:
  // The extension of the phone before, and what follows it after a slash.
  void ReadLabelled(std::string_view run) {
    const auto extension = run.substr(0, run.find('/'));
    if (!may_have_extension_ || CountDigits(extension) > kMostDigitsOfExtension) return ReadRun(run);
    found_.back().value += ";ext=" + OnlyDigits(extension);
    may_have_extension_ = false;
    if (extension.size() < run.size()) ReadRun(run.substr(extension.size() + 1));
  }

  void ReadRun(std::string_view run) {
    if (IsNoPhone(run, surroundings_)) {
      may_have_extension_ = false;
      return;
    }
    run = WithoutFraction(run);
    const auto parts = PartsOf(run, '/');
    if (parts.size() > 1 && PhoneNumberIn(parts[0])) return ReadParts(parts);
    if (AddNumber(run) || AddTwoNumbers(run) || AddLastNumber(run)) return;
    may_have_extension_ = false;
    if (CountDigits(run) >= kFewestDigits && !IsNoTypedPhone(run, surroundings_)) AddTyped(run);
  }

  // Numbers with slashes between them. A short part is another ending of the number before: `123-45-67/68`.
  void ReadParts(const std::vector<std::string_view>& parts) {
    for (const auto part : parts) {
      const auto digits = OnlyDigits(part);
      digits.size() < kFewestDigits&& may_have_extension_ ? AddOtherEnding(digits) : ReadRun(part);
    }
  }

  void AddOtherEnding(const std::string& digits) {
    const auto& before = found_.back().value;
    const auto number = before.substr(0, before.size() - digits.size()) + digits;
    if (PhoneNumberIn(number) == number) AddRead(number);
  }

  bool AddNumber(std::string_view run) {
    auto number = PhoneNumberIn(run);
    if (number) AddRead(*std::move(number));
    return number.has_value();
  }

  // With nothing but a blank between them.
  bool AddTwoNumbers(std::string_view run) {
    for (size_t blank = run.find(' '); blank != std::string_view::npos; blank = run.find(' ', blank + 1)) {
      const auto first = run.substr(0, blank);
      const auto second = run.substr(blank);
      if (PhoneNumberIn(first) && PhoneNumberIn(second)) return AddNumber(first) && AddNumber(second);
    }
    return false;
  }

  // After an hour, a house or a date: `с 9 до 18 89161234567`.
  bool AddLastNumber(std::string_view run) {
    for (size_t blank = run.find(' '); blank != std::string_view::npos; blank = run.find(' ', blank + 1)) {
      const auto first = run.substr(0, blank);
      const auto last = run.substr(blank + 1);
      if (!IsDialledWhole(last) || !PhoneNumberIn(last)) continue;
      // A number of another country may have the same digits.
      if (first.find('+') != std::string_view::npos && OnlyDigits(first) != "7") return false;
      ReadRun(first);
      return AddNumber(last);
    }
    return false;
  }

  void AddRead(std::string number) {
    found_.push_back({ContactPoint::kPhone, std::move(number)});
    has_read_ = may_have_extension_ = true;
  }

  void AddTyped(std::string_view run) {
    const size_t begin = run.find_first_not_of(' ');
    found_.push_back({ContactPoint::kTypedPhone, std::string(UpToLastDigit(run).substr(begin))});
    may_have_extension_ = false;
  }

  // The words beside a number that cannot be read may say whose town it is.
  void KeepAsTyped() {
    const bool fits = rpc::CodePoints(plain_) <= LongestTypedPhone() && plain_.find('@') == std::string::npos;
    if (!found_.empty() && fits) found_ = {{ContactPoint::kTypedPhone, plain_}};
  }

  std::vector<ContactPoint> OnceEach() {
    std::vector<ContactPoint> once;
    for (auto& point : found_) {
      if (rpc::CodePoints(point.value) > LongestTypedPhone()) continue;
      if (IsReadPhone(point.value)) point.kind = ContactPoint::kPhone;
      if (std::ranges::find(once, point) == once.end()) once.push_back(std::move(point));
    }
    return once;
  }

  const std::string& plain_;
  // Of the run that is being read.
  Surroundings surroundings_;
  std::vector<ContactPoint> found_;
  // Something was read as a number.
  bool has_read_ = false;
  // The last of those found is a number without an extension.
  bool may_have_extension_ = false;
};

}  // namespace

std::vector<ContactPoint> PhonesIn(const std::string& text) {
  const auto plain = WithoutAddresses(PlainText(text));
  return PhoneReader(plain).Read();
}

}  // namespace voronka::crm
