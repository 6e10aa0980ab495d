pub struct Upload;
