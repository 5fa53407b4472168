#include "tests/crm_service/sales/properties/oracle_values.h"

#include <algorithm>
#include <cctype>

namespace voronka::properties {
namespace {

using namespace crm::v1;
using Values = std::vector<FieldValue>;

FieldValue TextOf(const std::string& text) {
  FieldValue value;
  value.set_text(text);
  return value;
}

void AddText(const std::string& text, Values& values) {
  if (!text.empty()) values.push_back(TextOf(text));
}

template <class Texts>
void AddTexts(const Texts& texts, Values& values) {
  for (const auto& text : texts) AddText(text, values);
}

void AddId(int64_t id, Values& values) {
  if (id != 0) values.emplace_back().set_number(std::to_string(id));
}

template <class Resource>
void AddOwn(const Resource& resource, const std::string& key, Values& values) {
  const auto found = resource.fields().find(key);
  if (found == resource.fields().end()) return;
  if (!found->second.has_choices()) return values.push_back(found->second);
  for (const auto& choice : found->second.choices().keys()) values.emplace_back().set_choice(choice);
}

void AddOfDeal(const Deal& deal, const std::string& key, Values& values) {
  if (key == "name") return AddText(deal.name(), values);
  if (key == "contact_id") return AddId(deal.contact_id(), values);
  if (key == "company_id") return AddId(deal.company_id(), values);
  if (key != "amount") return AddOwn(deal, key, values);
  if (deal.has_amount()) *values.emplace_back().mutable_money() = deal.amount();
}

void AddOfContact(const Contact& contact, const std::string& key, Values& values) {
  if (key == "name") return AddText(contact.name(), values);
  if (key == "phones") return AddTexts(contact.phones(), values);
  if (key == "emails") return AddTexts(contact.emails(), values);
  if (key == "company_id") return AddId(contact.company_id(), values);
  if (key == "job_title") return AddText(contact.job_title(), values);
  AddOwn(contact, key, values);
}

void AddOfCompany(const Company& company, const std::string& key, Values& values) {
  if (key == "name") return AddText(company.name(), values);
  if (key == "tax_number") return AddText(company.tax_number(), values);
  if (key == "phones") return AddTexts(company.phones(), values);
  if (key == "emails") return AddTexts(company.emails(), values);
  if (key == "site") return AddText(company.site(), values);
  if (key == "address") return AddText(company.address(), values);
  AddOwn(company, key, values);
}

bool IsOwn(const std::string& field) {
  static const std::set<std::string> usual = {
      "deal.name",          "deal.amount",    "deal.contact_id",    "deal.company_id",   "contact.name",
      "contact.phones",     "contact.emails", "contact.company_id", "contact.job_title", "company.name",
      "company.tax_number", "company.phones", "company.emails",     "company.site",      "company.address"};
  return !usual.contains(field);
}

// All numbers of the test are short.
double Number(const FieldValue& value) { return std::stod(value.number()); }

bool IsLess(const FieldValue& a, const FieldValue& b) {
  if (a.has_number() && b.has_number()) return Number(a) < Number(b);
  if (a.has_money() && b.has_money()) {
    return a.money().currency() == b.money().currency() && a.money().minor() < b.money().minor();
  }
  if (a.has_date() && b.has_date()) return a.date() < b.date();
  return a.has_time() && b.has_time() && a.time().seconds() < b.time().seconds();
}

bool IsSame(const FieldValue& a, const FieldValue& b) {
  if (a.has_number() && b.has_number()) return Number(a) == Number(b);
  return a.SerializeAsString() == b.SerializeAsString();
}

std::string Small(std::string text) {
  for (auto& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return text;
}

bool IsTrueOf(const FieldValue& value, const Comparison& comparison) {
  const auto& first = comparison.values(0);
  switch (comparison.operator_()) {
    case Comparison::OPERATOR_LESS:
      return IsLess(value, first);
    case Comparison::OPERATOR_MORE:
      return IsLess(first, value);
    case Comparison::OPERATOR_CONTAINS:
      return Small(value.text()).find(Small(first.text())) != std::string::npos;
    default:
      for (const auto& wanted : comparison.values()) {
        if (IsSame(value, wanted)) return true;
      }
      return false;
  }
}

bool IsTrueOfAny(const Comparison& comparison, const Scene& scene) {
  const auto values = ValuesOf(comparison.field(), scene);
  if (comparison.operator_() == Comparison::OPERATOR_FILLED) return !values.empty();
  if (comparison.operator_() == Comparison::OPERATOR_BLANK) return values.empty();
  const bool is_any =
      std::any_of(values.begin(), values.end(), [&](const FieldValue& value) { return IsTrueOf(value, comparison); });
  return comparison.operator_() == Comparison::OPERATOR_NONE_OF ? !is_any : is_any;
}

}  // namespace

Values ValuesOf(const std::string& field, const Scene& scene) {
  const auto point = field.find('.');
  const auto entity = field.substr(0, point);
  const auto key = field.substr(point + 1);
  Values values;
  if (entity == "deal") AddOfDeal(scene.deal, key, values);
  if (entity == "contact" && scene.contact) AddOfContact(*scene.contact, key, values);
  if (entity == "company" && scene.company) AddOfCompany(*scene.company, key, values);
  return values;
}

std::string PlaceOf(const std::string& field) {
  if (!IsOwn(field)) return field;
  const auto point = field.find('.');
  return field.substr(0, point) + ".fields[\"" + field.substr(point + 1) + "\"]";
}

void AddFieldsOf(const Condition& condition, std::set<std::string>& fields) {
  if (condition.has_comparison()) fields.insert(condition.comparison().field());
  if (condition.has_negation()) AddFieldsOf(condition.negation(), fields);
  for (const auto& part : condition.all().conditions()) AddFieldsOf(part, fields);
  for (const auto& part : condition.any().conditions()) AddFieldsOf(part, fields);
}

bool IsTrue(const Condition& condition, const Scene& scene) {
  if (condition.has_comparison()) return IsTrueOfAny(condition.comparison(), scene);
  if (condition.has_negation()) return !IsTrue(condition.negation(), scene);
  for (const auto& part : condition.all().conditions()) {
    if (!IsTrue(part, scene)) return false;
  }
  if (condition.has_all()) return true;
  for (const auto& part : condition.any().conditions()) {
    if (IsTrue(part, scene)) return true;
  }
  return false;
}

}  // namespace voronka::properties
