#include "crm_service/sales/rules/condition.h"

#include <string>

#include "crm_service/fields/conditions/truth.h"

namespace voronka::crm {

bool IsTrue(const v1::Condition& condition, const Facts& facts) {
  const ValuesOfField values_of = [&](const std::string& field) { return ValuesOf(facts, FieldName::Parse(field)); };
  return IsTrue(condition, values_of);
}

}  // namespace voronka::crm
