#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// In bytes.
inline constexpr size_t kLongestName = 2000;

// A field of an item of a list.
struct ItemField {
  // Within the item, as `answer.value`.
  std::string path;
  FormField field;
};

// Many programs send a list in which each item says what its value is called: `{"name": "phone", "value": …}` (jQuery),
// `{"name": "phone", "values": […]}` (Facebook), `{"key": "phone", "answer": {"value": …}}` (VK), `{"question": …,
// "answer": …}`, `{"type": "text", "text": …, "field": {"ref": "name"}}` (Typeform). The values of such an item get
// that name; its other fields, and other items, stay as they are.
std::vector<FormField> NamedByThemselves(std::vector<ItemField> item);

// Does so for lists that are written as `fields[0][name]=phone&fields[0][value]=…`.
FormFields WithNamedItems(FormFields fields);

}  // namespace voronka::gateway
