#include "crm_service/log/events/serialized_fields.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/wire_format_lite.h>

namespace voronka::crm {

using google::protobuf::Message;
using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;
using google::protobuf::io::CodedOutputStream;
using google::protobuf::io::StringOutputStream;

std::string Serialized(const Message& message) {
  std::string bytes;
  StringOutputStream stream(&bytes);
  CodedOutputStream output(&stream);
  output.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&output);
  output.Trim();
  return bytes;
}

std::vector<SerializedField> FieldsIn(const std::string& serialized) {
  std::vector<SerializedField> fields;
  CodedInputStream input(reinterpret_cast<const uint8_t*>(serialized.data()), static_cast<int>(serialized.size()));
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

}  // namespace voronka::crm
