# The content of files on deals, contacts and companies, in a backup and back. It never changes: crm_service writes it
# before the row that names it, and keeps it for three days after the last such row is gone. So what is copied after the
# rows were read has all that they name.

# In KiB.
size_of_content() {
  local folder
  folder=$(files_folder)
  if [[ -n $folder && -d $folder/content ]]; then du -sk "$folder/content" | cut -f 1; else say 0; fi
}

# save_content FOLDER: into a backup. Second names of the same bytes, where that is the same disk. What has just been
# removed, as no row names it, makes the first attempt fail.
save_content() {
  local folder from
  folder=$(files_folder)
  from=$folder/content
  [[ -n $folder && -d $from ]] || return 0
  progress "the files: $(($(size_of_content) / 1024)) MiB"
  mkdir "$1/files"
  cp -Rl "$from" "$1/files/content" 2>/dev/null || {
    rm -rf -- "$1/files/content"
    cp -R "$from" "$1/files/content" || fail "$from cannot be copied"
  }
}

# put_file FROM TO: as a whole, or not at all.
put_file() {
  mkdir -p "$(dirname "$2")"
  cp "$1" "$2.new"
  sync "$2.new"
  mv "$2.new" "$2"
}

# put_content FOLDER: of a backup, beside what is there, which counts as new: rows will name it again. What no row names
# goes by itself.
put_content() {
  local folder name
  folder=$(files_folder)
  [[ -d $1/files/content ]] || return 0
  [[ -n $folder ]] || fail "the backup has files, but crm.textproto names no store_folder for them"
  progress 'putting the files in place'
  find "$1/files/content" -type f -printf '%P\n' | while IFS= read -r name; do
    if [[ -e $folder/content/$name ]]; then
      touch "$folder/content/$name"
    else
      put_file "$1/files/content/$name" "$folder/content/$name"
    fi
  done
  ! id voronka >/dev/null 2>&1 || chown -R voronka: "$folder"
}
