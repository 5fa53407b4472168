#include "crm_service/fields/field_sets/indexed_fields.h"

namespace voronka::crm {

using v1::Field;

bool MayBeUnique(Field::Kind kind) {
  switch (kind) {
    case Field::KIND_TEXT:
    case Field::KIND_NUMBER:
    case Field::KIND_DATE:
    case Field::KIND_CHOICE:
    case Field::KIND_USER:
    case Field::KIND_PHONE:
    case Field::KIND_EMAIL:
    case Field::KIND_LINK:
      return true;
    default:
      return false;
  }
}

bool MayBeFilterable(Field::Kind kind) {
  return MayBeUnique(kind) || kind == Field::KIND_CHOICES || kind == Field::KIND_YES_NO;
}

bool IsIndexed(const Field& field) { return field.unique() || field.filterable(); }

Field WithIndexOf(const Field* former, Field field) {
  field.clear_index_id();
  field.clear_index_filling();
  if (former == nullptr || !IsIndexed(field)) return field;
  field.set_index_id(former->index_id());
  field.set_index_filling(former->index_filling());
  return field;
}

}  // namespace voronka::crm
