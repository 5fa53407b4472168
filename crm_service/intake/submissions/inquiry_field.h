#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// A text field of an inquiry, by its path: `phone`, `utm.source`.
class InquiryField {
 public:
  explicit InquiryField(const std::string& path);

  // The text on one line, without what nobody sees (see VisibleLine), cut to the field's length.
  std::string Fitting(const std::string& text) const;
  // Whether the field's rules allow the text.
  bool Allows(const std::string& text) const;
  // False, with nothing changed, when the field already has a value or its rules do not allow the text.
  bool Take(const std::string& text, v1::Inquiry& inquiry) const;

 private:
  // The field of the inquiry that holds the nested message; null: `field_` is in the inquiry itself.
  const google::protobuf::FieldDescriptor* outer_ = nullptr;
  const google::protobuf::FieldDescriptor* field_;
};

}  // namespace voronka::crm
