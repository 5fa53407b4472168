#pragma once

#include <map>
#include <optional>
#include <string>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// Where a value is in a map of them, as `deal.fields["requirements"]`.
std::string PathOfValue(const std::string& fields, const std::string& key);

// A field of a deal, of its contact or its company, as a configuration names it: `deal.requirements`.
struct FieldName {
  v1::Entity entity;
  std::string key;

  // Throws std::out_of_range for a text that FORMAT_FIELD does not allow.
  static FieldName Parse(const std::string& text);
  // Where a request has its value: `deal.amount`, `deal.fields["requirements"]`.
  std::string Path() const;

  auto operator<=>(const FieldName&) const = default;
};

using FieldSetsByEntity = std::map<v1::Entity, v1::FieldSet>;

// Null: there is no such field, or it is in the bin.
const v1::Field* FindField(const FieldSetsByEntity& field_sets, const FieldName& name);

// Whether deals of that pipeline have the field.
bool IsIn(const v1::Field& field, const std::string& pipeline);

// As its users call it.
rpc::Text LabelOf(const FieldSetsByEntity& field_sets, const FieldName& name);

}  // namespace voronka::crm
