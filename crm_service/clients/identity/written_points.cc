#include "crm_service/clients/identity/written_points.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "crm_service/clients/identity/emails_in.h"
#include "crm_service/clients/identity/phones_in.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using Points = std::vector<ContactPoint>;

bool Holds(const Texts& texts, const std::string& text) { return std::ranges::find(texts, text) != texts.end(); }

// Phones in one item of the list. A phone that the client already has stays as it is, however one would read it today.
Points PhonesOf(const Texts& before, const std::string& item, const std::string& path, Violations& violations) {
  if (Holds(before, item)) return {StoredPhone(item)};
  auto phones = PhonesIn(item);
  violations.AddUnless(
      !phones.empty(), "MALFORMED", path,
      {"This is not a phone number: one has at least 5 digits, and is no address, date, price, card or tax number.",
       "Это не похоже на телефон: нужно хотя бы 5 цифр, и не адрес, дата, цена, номер карты или ИНН."});
  return phones;
}

// The same for emails.
Points EmailsOf(const Texts& before, const std::string& item, const std::string& path, Violations& violations) {
  if (Holds(before, item)) return {{ContactPoint::kEmail, item}};
  Points emails;
  const auto [addresses, is_all_clear] = ReadEmails(item);
  for (const auto& email : addresses) {
    violations.AddUnless(FitsContact(email), "TOO_LONG", path,
                         {"The address is too long: at most 64 characters before the @, and 254 in all.",
                          "Адрес слишком длинный: до знака @ не больше 64 символов, а всего — 254."});
    emails.push_back({ContactPoint::kEmail, email});
  }
  violations.AddUnless(is_all_clear && !emails.empty(), "MALFORMED", path,
                       {"It is not clear what the email address is.", "Непонятно, какой здесь адрес почты."});
  return emails;
}

void AddOnce(Points found, Points& points) {
  for (auto& point : found) {
    if (std::ranges::find(points, point) == points.end()) points.push_back(std::move(point));
  }
}

void CheckNumber(int before, int after, const std::string& path, Violations& violations) {
  violations.AddUnless(after <= std::max(kMostPointsOfAKind, before), "TOO_MANY", path,
                       {fmt::format("At most {} are allowed.", kMostPointsOfAKind),
                        fmt::format("Допустимо не больше {}.", kMostPointsOfAKind)});
}

}  // namespace

Points ReadPoints(const WrittenPoints& before, const WrittenPoints& written, const std::string& path,
                  Violations& violations) {
  Points points;
  for (int i = 0; i < written.phones.size(); ++i) {
    AddOnce(PhonesOf(before.phones, written.phones[i], fmt::format("{}.phones[{}]", path, i), violations), points);
  }
  for (int i = 0; i < written.emails.size(); ++i) {
    AddOnce(EmailsOf(before.emails, written.emails[i], fmt::format("{}.emails[{}]", path, i), violations), points);
  }
  const auto emails = static_cast<int>(std::ranges::count(points, ContactPoint::kEmail, &ContactPoint::kind));
  CheckNumber(before.phones.size(), static_cast<int>(points.size()) - emails, path + ".phones", violations);
  CheckNumber(before.emails.size(), emails, path + ".emails", violations);
  return points;
}

}  // namespace voronka::crm
