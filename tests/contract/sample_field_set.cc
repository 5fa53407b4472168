#include "tests/contract/sample_field_set.h"

namespace voronka::testing {

crm::v1::FieldSet SampleFieldSet(crm::v1::Entity entity) {
  crm::v1::FieldSet set;
  set.set_entity(entity);
  auto& group = *set.add_groups();
  group.set_key("terms");
  group.set_name("Условия");
  auto& field = *set.add_fields();
  field.set_key(kOwnField);
  field.set_label("Пометка");
  field.set_kind(crm::v1::Field::KIND_TEXT);
  field.set_group(group.key());
  field.set_filterable(true);
  return set;
}

}  // namespace voronka::testing
