#include "gateway/forms/form_fields.h"

#include <fmt/format.h>

namespace voronka::gateway {

void FormFields::Add(FormField field) {
  if (fields_.size() == kMost) {
    throw rpc::Error(rpc::Code::kInvalidArgument, {"TOO_MANY_FIELDS",
                                                   "",
                                                   {fmt::format("The form has more than {} fields.", kMost),
                                                    fmt::format("В форме больше {} полей.", kMost)}});
  }
  fields_.push_back(std::move(field));
}

std::string FormFields::Extract(std::string_view name) {
  std::string found;
  std::erase_if(fields_, [&](FormField& field) {
    if (field.name != name) return false;
    if (found.empty()) found = std::move(field.value);
    return true;
  });
  return found;
}

rpc::Error MalformedForm(const rpc::Text& what) {
  return rpc::Error(rpc::Code::kInvalidArgument,
                    {"MALFORMED_FORM", "", {"The form cannot be read: " + what.en, "Форму не прочитать: " + what.ru}});
}

}  // namespace voronka::gateway
