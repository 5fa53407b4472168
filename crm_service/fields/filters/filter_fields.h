#pragma once

#include <map>
#include <string>

#include "crm_service/fields/field_sets/field_name.h"
#include "voronka/crm/v1/saved_filter.pb.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::crm {

// What a filter may name, by name as `deal.stage`: the fields of the field sets that a role sees, what else the
// resource's message has, and what is found out about it (`deal.has_open_task`). Pure.
class FilterFields {
 public:
  FilterFields(v1::FilterSubject subject, options::v1::Role role, const FieldSetsByEntity& field_sets);

  // Null: there is none. A field is `system` unless it stands in the map of the account's own fields.
  const v1::Field* Find(const std::string& name) const;

 private:
  std::map<std::string, v1::Field> fields_;
};

// `deal`.
std::string WordFor(v1::FilterSubject subject);

// Of a name: `deal` and `stage` of `deal.stage`.
std::string SubjectIn(const std::string& field);
std::string KeyIn(const std::string& field);

}  // namespace voronka::crm
