#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// A text field of an inquiry, by its path: `phone`, `utm.source`.
class InquiryField {
 public:
  explicit InquiryField(const std::string& path);

  // By the field's rules.
  bool Allows(const std::string& text) const;
  // False where the field has a value already, or its rules do not allow this one; nothing has changed then.
  bool Take(const std::string& text, v1::Inquiry& inquiry) const;

 private:
  // Of the message that the field is in; null: the inquiry itself.
  const google::protobuf::FieldDescriptor* outer_ = nullptr;
  const google::protobuf::FieldDescriptor* field_;
};

}  // namespace voronka::crm
