#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace voronka::crm {

// One field of a serialized message, with all its elements if it is repeated.
struct SerializedField {
  int number = 0;
  std::string_view bytes;
};

// The fields that are set, by number. They point into `serialized`, which must come from storage::Serialised.
std::vector<SerializedField> FieldsIn(const std::string& serialized);

// One entry of a map whose keys are texts.
struct SerializedEntry {
  std::string key;
  std::string_view bytes;
};

// The entries of such a map, by key. They point into `field`, which must come from FieldsIn.
std::vector<SerializedEntry> EntriesIn(std::string_view field);

}  // namespace voronka::crm
