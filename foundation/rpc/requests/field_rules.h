#pragma once

#include <google/protobuf/descriptor.h>
#include <re2/re2.h>

#include <cstdint>
#include <memory>
#include <string>

#include "foundation/rpc/requests/text_checks.h"
#include "voronka/options/v1/field.pb.h"

namespace voronka::rpc {

// The option `field` of a field, completed with the bounds of its format. Computed once per field.
struct FieldRules {
  bool required;
  bool output_only;
  bool immutable;
  bool multiline;
  options::v1::Format format;
  // A caller may set the field, but nothing bounds it: the contract test rejects such a field.
  bool unbounded;
  uint32_t min_length;
  uint32_t max_length;
  int64_t min;
  int64_t max;
  uint32_t max_items;

  static const FieldRules& Of(const google::protobuf::FieldDescriptor& field);
  explicit FieldRules(const google::protobuf::FieldDescriptor& field);

  bool Matches(const std::string& text) const {
    return (!pattern || RE2::FullMatch(text, *pattern)) &&
           (format != options::v1::FORMAT_CURRENCY || IsCurrency(text)) &&
           (format != options::v1::FORMAT_DATE || IsDate(text));
  }

 private:
  // An id in a list is never 0, which means "none".
  void ApplyFormat(options::v1::Format format, bool listed);
  void ApplyText(uint32_t most, const char* form);
  void ApplyNumber(int64_t least, int64_t most);

  std::unique_ptr<RE2> pattern;
};

}  // namespace voronka::rpc
