#include "foundation/configuration/configuration.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <system_error>

#include "foundation/configuration/defaults.h"
#include "foundation/configuration/paths.h"
#include "foundation/configuration/rules.h"
#include "foundation/process/read_file.h"

namespace voronka::process {
namespace {

using google::protobuf::Message;
using Mistakes = std::vector<std::string>;

class SyntaxErrors : public google::protobuf::io::ErrorCollector {
 public:
  explicit SyntaxErrors(const std::filesystem::path& file) : file_(file) {}

  void AddError(int line, google::protobuf::io::ColumnNumber column, const std::string& reason) override {
    // Lines and columns are counted from 0; -1 means the file as a whole.
    mistakes_.push_back(fmt::format("{}:{}:{}: {}", file_.string(), line + 1, column + 1, reason));
  }
  const Mistakes& All() const { return mistakes_; }

 private:
  const std::filesystem::path& file_;
  Mistakes mistakes_;
};

std::string ReadText(const std::filesystem::path& file) try {
  return ReadFile(file);
} catch (const std::system_error& error) {
  throw ConfigurationError({error.what()});
}

void Parse(const std::filesystem::path& file, Message& configuration) {
  SyntaxErrors errors(file);
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&errors);
  if (!parser.ParseFromString(ReadText(file), &configuration)) throw ConfigurationError(errors.All());
}

void Check(const std::filesystem::path& file, Message& configuration) {
  Mistakes mistakes = Violations(configuration);
  for (std::string& mistake : mistakes) mistake = fmt::format("{}: {}", file.string(), mistake);
  if (!mistakes.empty()) throw ConfigurationError(mistakes);
}

}  // namespace

void ReadConfiguration(const std::filesystem::path& file, Message& configuration) {
  Parse(file, configuration);
  FillDefaults(configuration);
  ResolvePaths(std::filesystem::absolute(file).parent_path(), configuration);
  Check(file, configuration);
}

}  // namespace voronka::process
