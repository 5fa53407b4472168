#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/sales/pipelines/condition_definitions.h"
#include "crm_service/sales/rules/condition.h"
#include "foundation/rpc/requests/validation.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"
#include "tests/support/parsed.h"

namespace voronka::fuzz {
namespace {

using crm::v1::Condition;
using crm::v1::Pipeline;

// A field of each kind that conditions compare in their own way.
const crm::FieldSetsByEntity& KnownFields() {
  static const auto known = [] {
    crm::FieldSetsByEntity field_sets;
    for (const auto entity : crm::kEntitiesWithFields) field_sets.emplace(entity, crm::UsualFieldSet(entity));
    field_sets.at(crm::v1::ENTITY_DEAL).MergeFrom(testing::Parsed<crm::v1::FieldSet>(R"(
      fields { key: "seats" kind: KIND_NUMBER }
      fields { key: "day" kind: KIND_DATE }
      fields { key: "hour" kind: KIND_TIME }
      fields { key: "urgent" kind: KIND_YES_NO }
      fields { key: "fitter" kind: KIND_USER }
      fields { key: "shipping" kind: KIND_CHOICE choices { key: "pickup" } choices { key: "mail" } }
      fields { key: "goods" kind: KIND_CHOICES choices { key: "chairs" } choices { key: "beds" } }
      fields { key: "elsewhere" kind: KIND_TEXT pipelines: "claims" })"));
    return field_sets;
  }();
  return known;
}

const crm::v1::Deal& SomeDeal() {
  static const auto deal = testing::Parsed<crm::v1::Deal>(R"(
    pipeline: "sales" name: "Стулья" amount { minor: 100 currency: "RUB" } contact_id: 7
    fields { key: "seats" value { number: "12.50" } }
    fields { key: "day" value { date: "2026-12-31" } }
    fields { key: "hour" value { time { seconds: 1000 } } }
    fields { key: "urgent" value { yes: false } }
    fields { key: "shipping" value { choice: "pickup" } }
    fields { key: "goods" value { choices { keys: "chairs" keys: "beds" } } })");
  return deal;
}

bool Holds(const Condition& condition) {
  static const auto contact = testing::Parsed<crm::v1::Contact>(R"(name: "Пётр" phones: "+79161234567")");
  return crm::IsTrue(condition, {.deal = SomeDeal(), .contact = &contact});
}

Condition Not(const Condition& condition) {
  Condition negated;
  *negated.mutable_negation() = condition;
  return negated;
}

// Whether a pipeline may have it. What is wrong is told where it is.
bool IsAllowed(const Condition& condition) {
  static const auto pipeline = testing::Parsed<Pipeline>(R"(key: "sales")");
  rpc::Violations violations;
  rpc::Validate(condition, violations);
  // Only what has the form of a condition is looked at more closely.
  if (violations.empty()) crm::CheckCondition(condition, "condition", pipeline, KnownFields(), violations);
  for (const auto& violation : violations.all()) {
    Require(!violation.reason.empty() && IsUtf8(violation.field), "a fault has a reason and a place");
    Require(!violation.text.ru.empty() && !violation.text.en.empty(), "a fault can be told");
  }
  return violations.empty();
}

class Silence : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int /*line*/, google::protobuf::io::ColumnNumber /*column*/, const std::string& /*message*/) override {}
};

}  // namespace

// The input is a condition in text format. One that a pipeline may have is true of a deal or false, and means the same
// however it is put.
void Check(const std::string& input) {
  if (!IsUtf8(input)) return;
  google::protobuf::TextFormat::Parser parser;
  Silence silence;
  parser.RecordErrorsTo(&silence);
  parser.SetRecursionLimit(100);
  Condition condition;
  if (!parser.ParseFromString(input, &condition) || !IsAllowed(condition)) return;
  const bool holds = Holds(condition);
  Require(Holds(Not(condition)) == !holds, "what is denied is the opposite");
  Condition all;
  for (int i = 0; i < 2; ++i) *all.mutable_all()->add_conditions() = condition;
  Require(Holds(all) == holds, "said twice, it is the same");
  Condition any;
  *any.mutable_any()->add_conditions() = condition;
  *any.mutable_any()->add_conditions() = Not(condition);
  Require(Holds(any), "it is so, or it is not");
  Condition stored;
  Require(stored.ParseFromString(condition.SerializeAsString()) && Holds(stored) == holds, "stored, it is the same");
}

}  // namespace voronka::fuzz
