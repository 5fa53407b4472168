#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace voronka::gateway {

// A field of a form, in the bytes that were sent.
struct FormField {
  std::string name;
  std::string value;
  // The charset of the bytes, as `windows-1251`. Empty: the sender does not say.
  std::string charset;
};

// The fields over the limit are kept together in the field of this name.
inline constexpr char kMoreName[] = "_more";
// A text that the client sent without a name.
inline constexpr char kTextName[] = "text";

// In the order of the form; a name may occur several times.
class FormFields {
 public:
  // Those over the limit are kept together, up to 64 KiB: a body may have a hundred thousand fields.
  static constexpr size_t kMost = 1000;

  void Add(FormField field);

  const std::vector<FormField>& all() const { return fields_; }
  // Removes the fields of that name. Returns the first value that is not empty.
  std::string Extract(std::string_view name);
  // Removes the fields from that one on.
  std::vector<FormField> TakeFrom(size_t first);

 private:
  std::vector<FormField> fields_;
};

}  // namespace voronka::gateway
