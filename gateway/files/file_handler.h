#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "gateway/http/handler.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::gateway {

// A folder's files, as they were when the program started, without hidden files and links to elsewhere. A file `app.js`
// may have the compressed variants `app.js.br` and `app.js.gz` beside it.
class FileHandler final : public Handler {
 public:
  // Throws std::runtime_error if the folder cannot be read.
  explicit FileHandler(const config::v1::Folder& folder);

  // The path under which its files are served.
  const std::string& path() const { return path_; }
  Task<> Handle(Exchange& exchange) override;

 private:
  // A file in one of its encodings.
  struct Form {
    // Empty: as it is.
    std::string encoding;
    std::shared_ptr<const std::string> content;
    std::string etag;
  };
  struct File {
    std::string type;
    // The best first; the last is the plain one.
    std::vector<Form> forms;
  };

  void Add(const std::filesystem::path& file, std::string name);
  const File* Find(std::string name) const;
  static const Form& FormFor(const Request& request, const File& file);
  static Response Answer(const Request& request, const std::string& name, const File& file);

  const std::string path_;
  const bool single_page_;
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace voronka::gateway
