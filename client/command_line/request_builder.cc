#include "client/command_line/request_builder.h"

#include <fmt/format.h>
#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/reflection.h>
#include <google/protobuf/text_format.h>

#include <vector>

#include "client/command_line/field_assignment.h"
#include "client/command_line/text_width.h"
#include "client/command_line/usage_error.h"
#include "foundation/process/message_walk.h"

namespace voronka::command_line {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;

class FirstError final : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, google::protobuf::io::ColumnNumber column, const std::string& message) override {
    if (text_.empty()) text_ = fmt::format("{}:{}: {}", line + 1, column + 1, message);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void MergeTextFormat(Message& message, const std::string& text) {
  FirstError error;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  if (!parser.MergeFromString(text, &message))
    throw UsageError(fmt::format("the request is not readable: {}", error.text()));
}

std::vector<std::string> TextsOf(const Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  if (!field.is_repeated()) return {reflection->GetString(message, &field)};
  const auto texts = reflection->GetRepeatedFieldRef<std::string>(message, &field);
  return {texts.begin(), texts.end()};
}

void RequireUtf8(std::string_view text, std::string_view path) {
  if (!IsUtf8(text)) throw UsageError(fmt::format("{}: the text is not UTF-8", path));
}

// Protobuf would also send text that is not UTF-8, which every service rejects.
void RequireUtf8(Message& request) {
  process::ForEachMessage(request, [](Message& message, const std::string& path) {
    std::vector<const FieldDescriptor*> fields;
    message.GetReflection()->ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
      if (field->type() != FieldDescriptor::TYPE_STRING) continue;
      for (const std::string& text : TextsOf(message, *field)) RequireUtf8(text, process::Join(path, field->name()));
    }
  });
}

bool IsMask(const FieldDescriptor& field) { return field.message_type() == FieldMask::descriptor(); }

// The field of `resource` that a path leads into: `name` for `deal.name` and `deal.name.first` if it is `deal`. Empty
// for any other path.
std::string_view FieldOf(std::string_view resource, std::string_view path) {
  if (!path.starts_with(resource) || path.size() <= resource.size() || path[resource.size()] != '.') return {};
  path.remove_prefix(resource.size() + 1);
  return path.substr(0, path.find_first_of(".["));
}

// The message that the mask applies to: the only other one in the request.
const FieldDescriptor* ResourceOf(const google::protobuf::Descriptor& request) {
  for (int i = 0; i < request.field_count(); ++i) {
    const FieldDescriptor* field = request.field(i);
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && !field->is_repeated() && !IsMask(*field)) return field;
  }
  return nullptr;
}

}  // namespace

void RequestBuilder::Set(std::string_view argument) {
  const size_t equals = argument.find('=');
  if (equals == std::string_view::npos) throw UsageError(fmt::format("{}: write field=value", argument));
  const std::string_view path = argument.substr(0, equals);
  RequireUtf8(argument, path);
  try {
    Assign(request_, path, argument.substr(equals + 1), here_);
  } catch (const UsageError& error) {
    throw UsageError(fmt::format("{}: {}", path, error.what()));
  }
  assigned_.emplace(path);
}

void RequestBuilder::Merge(const std::string& text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first != std::string::npos && text[first] == '{') {
    MergeJson(request_, text);
  } else {
    MergeTextFormat(request_, text);
  }
  RequireUtf8(request_);
}

void RequestBuilder::FillUpdateMask() {
  const FieldDescriptor* mask_field = request_.GetDescriptor()->FindFieldByName("update_mask");
  const FieldDescriptor* resource = ResourceOf(*request_.GetDescriptor());
  if (mask_field == nullptr || !IsMask(*mask_field) || resource == nullptr) return;
  if (request_.GetReflection()->HasField(request_, mask_field)) return;
  std::set<std::string_view> names;
  for (const std::string& path : assigned_) {
    if (const std::string_view name = FieldOf(resource->name(), path); !name.empty()) names.insert(name);
  }
  if (names.empty()) return;
  auto& mask = static_cast<FieldMask&>(*request_.GetReflection()->MutableMessage(&request_, mask_field));
  for (const std::string_view name : names) mask.add_paths(std::string(name));
}

}  // namespace voronka::command_line
