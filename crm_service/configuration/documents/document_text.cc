#include "crm_service/configuration/documents/document_text.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "crm_service/configuration/documents/syntax_words.h"
#include "foundation/rpc/requests/text_encoding.h"

namespace voronka::crm {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::TextFormat;

constexpr char kHeading[] =
    "# proto-file: protos/voronka/crm/v1/configuration.proto\n"
    "# proto-message: voronka.crm.v1.Configuration\n\n";

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The parser cuts letters in pieces, which are no text that an answer may hold.
std::string Readable(const std::string& text) {
  std::string line = text.substr(0, text.find('\n'));
  if (rpc::IsUtf8(line)) return line;
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  line.erase(std::ranges::find_if_not(line, is_ascii), line.end());
  return line + kNotLatin;
}

std::string WithoutByteOrderMark(const std::string& file) {
  return file.starts_with(kByteOrderMark) ? file.substr(kByteOrderMark.size()) : file;
}

// The parser counts from 0, bytes instead of characters, and a tab up to the next eighth column.
Place PlaceIn(std::string_view file, int line, int column) {
  constexpr int kTab = 8;
  for (int passed = 0; passed < line; ++passed) file.remove_prefix(std::min(file.size(), file.find('\n') + 1));
  int characters = 0;
  for (int at = 0; at < column && !file.empty(); file.remove_prefix(1)) {
    at += file.front() == '\t' ? kTab - at % kTab : 1;
    const bool begins_character = (static_cast<unsigned char>(file.front()) & 0xC0) != 0x80;
    if (begins_character) ++characters;
  }
  return {line + 1, characters + 1};
}

// The parser goes on after a name that it does not know, and only warns of it.
class ErrorList : public google::protobuf::io::ErrorCollector {
 public:
  ErrorList(std::string_view file, std::vector<ReadDocument::SyntaxError>& errors) : file_(file), errors_(errors) {}

  // Counted from 0.
  void AddError(int line, google::protobuf::io::ColumnNumber column, const std::string& text) override {
    // The error that follows says it better.
    if (text.starts_with("Interpreting non ascii")) return;
    errors_.push_back({PlaceIn(file_, line, column), Readable(text)});
  }
  void AddWarning(int line, google::protobuf::io::ColumnNumber column, const std::string& text) override {
    AddError(line, column, text);
  }

 private:
  std::string_view file_;
  std::vector<ReadDocument::SyntaxError>& errors_;
};

// One step of a path: `stages[2]`.
struct Step {
  std::string name;
  // Of a list.
  std::optional<int> index;
};

Step TakeStep(std::string_view& path) {
  const std::string_view step = path.substr(0, path.find('.'));
  path.remove_prefix(std::min(path.size(), step.size() + 1));
  const auto bracket = step.find('[');
  if (bracket == std::string_view::npos) return {std::string(step), std::nullopt};
  int index = 0;
  const auto [end, error] = std::from_chars(step.data() + bracket + 1, step.data() + step.size(), index);
  return {std::string(step.substr(0, bracket)), error == std::errc() ? std::optional(index) : std::nullopt};
}

}  // namespace

struct ReadDocument::Places {
  std::string file;
  TextFormat::ParseInfoTree tree;
};

std::string TextOf(const v1::Configuration& document) {
  return kHeading + TextOf(static_cast<const google::protobuf::Message&>(document));
}

std::string TextOf(const google::protobuf::Message& part) {
  TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(part, &text);
  return text;
}

ReadDocument::ReadDocument(const std::string& given) {
  const auto file = WithoutByteOrderMark(given);
  const auto first = file.find_first_not_of(" \t\r\n");
  const bool is_json = first != std::string::npos && file[first] == '{';
  is_json ? ReadJson(file) : ReadText(file);
}

ReadDocument::ReadDocument(v1::Configuration document) : document_(std::move(document)) {}

ReadDocument::ReadDocument(ReadDocument&&) noexcept = default;

ReadDocument::~ReadDocument() = default;

void ReadDocument::ReadText(const std::string& file) {
  places_ = std::make_unique<Places>();
  places_->file = file;
  ErrorList errors(places_->file, errors_);
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&errors);
  parser.WriteLocationsTo(&places_->tree);
  // So that all of them are told at once.
  parser.AllowUnknownField(true);
  parser.SetRecursionLimit(50);
  parser.ParseFromString(places_->file, &document_);
}

void ReadDocument::ReadJson(const std::string& file) {
  const auto status = google::protobuf::util::JsonStringToMessage(file, &document_);
  if (!status.ok()) errors_.push_back({{}, Readable(std::string(status.message()))});
}

Place ReadDocument::PlaceOf(const std::string& path) const {
  Place place;
  if (places_ == nullptr) return place;
  const TextFormat::ParseInfoTree* tree = &places_->tree;
  const Descriptor* type = document_.GetDescriptor();
  for (std::string_view rest = path; !rest.empty() && tree != nullptr && type != nullptr;) {
    const Step step = TakeStep(rest);
    const FieldDescriptor* field = type->FindFieldByName(step.name);
    // A list as a whole has no place.
    if (field == nullptr || field->is_repeated() != step.index.has_value()) break;
    // -1 is what the parser calls the only value of a field that is no list.
    const int index = step.index.value_or(-1);
    const auto location = tree->GetLocation(field, index);
    if (location.line < 0) break;
    place = PlaceIn(places_->file, location.line, location.column);
    type = field->message_type();
    tree = type == nullptr ? nullptr : tree->GetTreeForNested(field, index);
  }
  return place;
}

}  // namespace voronka::crm
