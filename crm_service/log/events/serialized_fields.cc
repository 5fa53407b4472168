#include "crm_service/log/events/serialized_fields.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <utility>

namespace voronka::crm {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

namespace {

constexpr uint32_t kKeyTag = WireFormatLite::MakeTag(1, WireFormatLite::WIRETYPE_LENGTH_DELIMITED);

CodedInputStream InputOf(std::string_view bytes) {
  return CodedInputStream(reinterpret_cast<const uint8_t*>(bytes.data()), static_cast<int>(bytes.size()));
}

// Its field 1.
std::string KeyOf(CodedInputStream& input) {
  uint32_t size = 0;
  input.ReadVarint32(&size);
  const auto limit = input.PushLimit(static_cast<int>(size));
  std::string key;
  if (input.ReadTag() == kKeyTag) WireFormatLite::ReadString(&input, &key);
  input.Skip(input.BytesUntilLimit());
  input.PopLimit(limit);
  return key;
}

}  // namespace

std::vector<SerializedField> FieldsIn(const std::string& serialized) {
  std::vector<SerializedField> fields;
  auto input = InputOf(serialized);
  for (int begin = 0; const uint32_t tag = input.ReadTag(); begin = input.CurrentPosition()) {
    WireFormatLite::SkipField(&input, tag);
    const int number = WireFormatLite::GetTagFieldNumber(tag);
    const size_t size = input.CurrentPosition() - begin;
    if (fields.empty() || number > fields.back().number) {
      fields.push_back({number, {serialized.data() + begin, size}});
    } else if (number == fields.back().number) {
      auto& bytes = fields.back().bytes;
      bytes = {bytes.data(), bytes.size() + size};
    } else {
      break;  // Known fields are in the order of their numbers; what follows are unknown ones.
    }
  }
  return fields;
}

std::vector<SerializedEntry> EntriesIn(std::string_view field) {
  std::vector<SerializedEntry> entries;
  auto input = InputOf(field);
  for (int begin = 0; input.ReadTag() != 0; begin = input.CurrentPosition()) {
    auto key = KeyOf(input);
    entries.push_back({std::move(key), field.substr(begin, input.CurrentPosition() - begin)});
  }
  return entries;
}

}  // namespace voronka::crm
