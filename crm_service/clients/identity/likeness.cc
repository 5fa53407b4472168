#include "crm_service/clients/identity/likeness.h"

#include <google/protobuf/map.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <utility>

#include "crm_service/clients/identity/company_key.h"
#include "crm_service/clients/identity/contact_point.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {
namespace {

using v1::Suspect;

// Of bytes, in a column of 300 characters.
constexpr size_t kLongestValue = 300;

class Collected {
 public:
  // What says nothing likens nobody; what is cut off would liken those who are not alike.
  void Add(Suspect::Reason reason, std::string value) {
    if (!value.empty() && value.size() <= kLongestValue) found_.insert({reason, std::move(value)});
  }
  std::vector<Likeness> Take() { return {found_.begin(), found_.end()}; }

 private:
  std::set<Likeness> found_;
};

// «Пётр Иванов» and «Иванов Пётр» have the same. Empty for a name of one word: there are many of each.
std::string PersonKey(const std::string& name) {
  const std::string key = CompanyKey(name);
  std::vector<std::string> words;
  for (size_t at = 0; at < key.size();) {
    const size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  if (words.size() < 2) return "";
  std::ranges::sort(words);
  std::string sorted;
  for (const auto& word : words) sorted += (sorted.empty() ? "" : " ") + word;
  return sorted;
}

// Empty: it is not known.
std::string CityKey(const google::protobuf::Map<std::string, v1::FieldValue>& fields) {
  const auto city = fields.find(kCityField);
  if (city == fields.end()) return "";
  return city->second.has_choice() ? city->second.choice() : CompanyKey(city->second.text());
}

void AddWithCity(const std::string& name, const std::string& city, Collected& found) {
  if (!name.empty() && !city.empty()) found.Add(Suspect::REASON_NAME_AND_CITY, name + ", " + city);
}

std::string TypedDigits(const std::string& phone) {
  std::string digits;
  std::ranges::copy_if(phone, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

}  // namespace

std::vector<Likeness> LikenessesOf(const v1::Contact& contact) {
  Collected found;
  for (const auto& point : PointsOf(contact)) {
    // What has been read belongs to one contact only.
    if (point.kind == ContactPoint::kTypedPhone) found.Add(Suspect::REASON_PHONE, TypedDigits(point.value));
  }
  const auto name = PersonKey(contact.name());
  if (!name.empty() && contact.company_id() != 0) {
    found.Add(Suspect::REASON_NAME, name + ", " + std::to_string(contact.company_id()));
  }
  AddWithCity(name, CityKey(contact.fields()), found);
  return found.Take();
}

std::vector<Likeness> LikenessesOf(const v1::Company& company) {
  Collected found;
  for (const auto& point : PointsOf(company)) {
    found.Add(point.kind == ContactPoint::kEmail ? Suspect::REASON_EMAIL : Suspect::REASON_PHONE, point.value);
  }
  found.Add(Suspect::REASON_TAX_NUMBER, company.tax_number());
  const auto key = CompanyKey(company.name());
  if (TellsCompaniesApart(key)) found.Add(Suspect::REASON_NAME, key);
  AddWithCity(key, CityKey(company.fields()), found);
  return found.Take();
}

}  // namespace voronka::crm
